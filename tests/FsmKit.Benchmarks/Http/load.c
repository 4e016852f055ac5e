/* Loads an HTTP/1.1 server on loopback with what wrk does not do well: bodies, and connections that are really opened and closed.
   usage: load PORT CONNECTIONS SECONDS get|post PATH SIZE keep|close [tls]
     SIZE    of the request's body for post; for get, of the response's, which must have it
     close   asks for `Connection: close`: an operation is over when the server has closed, and opens the next connection
   Prints OPERATIONS BODY-BYTES SECONDS ERRORS on a line; an answer that is not a whole 200 with Content-Length is an error, and ends it
   with 1. */
#define _GNU_SOURCE
#include "../Network/load.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST_EVENTS = 256, CHUNK = 1 << 18, MOST_HEAD = 4096, MOST_ERRORS = 10 };

/* What the answer on a connection is so far. */
struct exchange {
    struct connection c; /* first: epoll gives it back */
    char head[MOST_HEAD];
    size_t head_count;
    bool has_head;
    size_t body_left;
};

static struct sockaddr_in server = { .sin_family = AF_INET };
static int poll;
static bool is_post, is_churn;
static char *request, *chunk;
static size_t request_size, body_size;
static long operations, errors;
static double bytes;

static void fail(const char *what) { perror(what); exit(1); }

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void watch(struct connection *c, unsigned events) {
    struct epoll_event e = { .events = events, .data.ptr = c };
    if (c->watched == events) return;
    if (epoll_ctl(poll, c->watched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, c->socket, &e)) fail("epoll_ctl");
    c->watched = events;
}

static void expect_answer(struct exchange *x) {
    x->c.sent = 0;
    x->head_count = 0;
    x->has_head = false;
}

/* From many addresses of the loopback range: a closed connection keeps its port for a while. */
static void open_connection(struct exchange *x) {
    static unsigned count;
    struct sockaddr_in own = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000002 + count++ % 200) };
    int one = 1, s = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (s < 0) fail("socket");
    setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    setsockopt(s, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
    if (bind(s, (struct sockaddr *)&own, sizeof own)) fail("bind");
    if (connect(s, (struct sockaddr *)&server, sizeof server) && errno != EINPROGRESS) fail("connect");
    x->c.socket = s;
    x->c.stage = CONNECTING;
    x->c.watched = 0;
    expect_answer(x);
    watch(&x->c, EPOLLOUT);
}

static void reopen(struct exchange *x) {
    end_tls(&x->c);
    close(x->c.socket);
    open_connection(x);
}

static void reopen_after_error(struct exchange *x, const char *what) {
    fprintf(stderr, "%s: %s\n", what, errno ? strerror(errno) : "end of the connection");
    if (++errors >= MOST_ERRORS) { fprintf(stderr, "too many errors\n"); exit(1); }
    reopen(x);
}

static void finish_operation(struct exchange *x) {
    operations++;
    bytes += body_size;
    if (is_churn) reopen(x);
    else expect_answer(x);
}

/* Takes what belongs to the head, and gives the rest of the count; -1 for an answer that is none. */
static ssize_t read_head(struct exchange *x, const char *data, size_t count) {
    size_t room = MOST_HEAD - 1 - x->head_count, taken = count < room ? count : room, before = x->head_count;
    memcpy(x->head + before, data, taken);
    x->head_count += taken;
    x->head[x->head_count] = 0;
    char *blank = strstr(x->head, "\r\n\r\n");
    if (!blank) return taken < count ? -1 : 0;
    blank[2] = 0;
    char *length = strcasestr(x->head, "\r\nContent-Length:");
    if (strncmp(x->head, "HTTP/1.1 200 ", 13) || !length) { fprintf(stderr, "%s", x->head); return -1; }
    x->body_left = strtoul(length + 17, NULL, 10);
    if (!is_post && body_size && x->body_left != body_size) return -1;
    x->has_head = true;
    return count - (blank + 4 - x->head - before);
}

/* True while there may be more to read at once. */
static bool receive(struct exchange *x) {
    ssize_t count = receive_some(&x->c, chunk, CHUNK);
    if (count < 0 && errno == EAGAIN) return false;
    bool is_whole = x->has_head && x->body_left == 0;
    if (count <= 0) {
        if (is_whole && is_churn) { finish_operation(x); return false; } /* the end that was asked for */
        if (count == 0) errno = 0;
        reopen_after_error(x, "receive");
        return false;
    }
    ssize_t of_body = x->has_head ? count : read_head(x, chunk, count);
    if (of_body < 0 || (x->has_head && (size_t)of_body > x->body_left)) { errno = EBADMSG; reopen_after_error(x, "answer"); return false; }
    if (x->has_head) x->body_left -= of_body;
    return !x->has_head || x->body_left > 0 || is_churn;
}

static void talk(struct exchange *x) {
    do {
        if (x->c.sent < request_size) {
            ssize_t count = send_some(&x->c, request + x->c.sent, request_size - x->c.sent);
            if (count > 0) x->c.sent += count;
            else if (errno != EAGAIN) { reopen_after_error(x, "send"); return; }
            watch(&x->c, x->c.sent < request_size ? EPOLLIN | EPOLLOUT : EPOLLIN);
            if (x->c.sent == request_size && !x->has_head) return; /* the answer cannot be there yet */
        }
        while (receive(x)) { }
        if (x->c.stage != TALKING || is_churn || !x->has_head || x->body_left > 0 || x->c.sent < request_size) return;
        finish_operation(x);
    } while (true);
}

static void serve(struct exchange *x) {
    if (x->c.stage == CONNECTING) {
        int error = 0;
        socklen_t length = sizeof error;
        getsockopt(x->c.socket, SOL_SOCKET, SO_ERROR, &error, &length);
        if (error) { errno = error; reopen_after_error(x, "connect"); return; }
        start_tls(&x->c);
        x->c.stage = SHAKING;
    }
    if (x->c.stage == SHAKING) {
        enum result result = shake(&x->c);
        if (result == FAILED) { reopen_after_error(x, "handshake"); return; }
        watch(&x->c, EPOLLIN);
        if (result == AGAIN) return;
        x->c.stage = TALKING;
    }
    talk(x);
}

static void make_request(const char *method, const char *path) {
    request = malloc(1024 + (is_post ? body_size : 0));
    request_size = sprintf(request, "%s %s HTTP/1.1\r\nHost: localhost\r\n%s", method, path, is_churn ? "Connection: close\r\n" : "");
    if (is_post) request_size += sprintf(request + request_size, "Content-Type: text/plain\r\nContent-Length: %zu\r\n", body_size);
    request_size += sprintf(request + request_size, "\r\n");
    if (is_post) memset(request + request_size, 'x', body_size), request_size += body_size;
}

int main(int argc, char **argv) {
    if (argc < 8 || argc > 9) { fprintf(stderr, "usage: load PORT CONNECTIONS SECONDS get|post PATH SIZE keep|close [tls]\n"); return 2; }
    int connections = atoi(argv[2]);
    is_post = !strcmp(argv[4], "post");
    body_size = atol(argv[6]);
    is_churn = !strcmp(argv[7], "close");
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    server.sin_port = htons(atoi(argv[1]));
    make_request(is_post ? "POST" : "GET", argv[5]);
    chunk = malloc(CHUNK);
    if (argc == 9) prepare_tls(false);
    poll = epoll_create1(0);

    struct exchange *all = calloc(connections, sizeof *all);
    double start = now(), end = start + atof(argv[3]);
    for (int i = 0; i < connections; i++) open_connection(&all[i]);
    while (now() < end) {
        struct epoll_event ready[MOST_EVENTS];
        int n = epoll_wait(poll, ready, MOST_EVENTS, 100);
        for (int i = 0; i < n; i++) serve(ready[i].data.ptr);
    }
    printf("%ld %.0f %.3f %ld\n", operations, bytes, now() - start, errors);
    return errors > 0 || operations == 0;
}
