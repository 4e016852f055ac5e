/* Loads an echo server on loopback: every connection has one message in flight, and each answer is compared with what was sent.
   usage: load echo|churn PORT PID CONNECTIONS SIZE SECONDS [tls|tls-resumed]
     echo     the connections stay: an operation is a message there and back
     churn    an operation is a connection: open it, one message there and back, close it
   Counts from when every connection has done its first operation. PID is the server's; prints on one line
     OPERATIONS SECONDS MICROSECONDS-OF-THE-SERVER'S-CPU-PER-OPERATION RESUMED-SESSIONS ERRORS
   and ends with 1 if there were errors. */
#define _GNU_SOURCE
#include "load.h"
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

enum { MOST_EVENTS = 256, CHUNK = 1 << 18, MOST_ERRORS = 10, WARM_UP_SECONDS = 15 };

static struct sockaddr_in server = { .sin_family = AF_INET };
static int poll;
static size_t size;
static bool is_churn;
static char *message, *answer;
static int cold; /* connections that have not done their first operation */
static long operations, resumed, errors;

static void fail(const char *what) { perror(what); exit(1); }

static double seconds(clockid_t clock) {
    struct timespec t;
    if (clock_gettime(clock, &t)) fail("the server's CPU clock");
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void watch(struct connection *c, unsigned events) {
    struct epoll_event e = { .events = events, .data.ptr = c };
    if (c->watched == events) return;
    if (epoll_ctl(poll, c->watched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, c->socket, &e)) fail("epoll_ctl");
    c->watched = events;
}

/* From many addresses of the loopback range: a closed connection keeps its port for a while. */
static void open_connection(struct connection *c) {
    static unsigned count;
    struct sockaddr_in own = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000002 + count++ % 200) };
    int one = 1;
    c->socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (c->socket < 0) fail("socket");
    setsockopt(c->socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    setsockopt(c->socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
    if (bind(c->socket, (struct sockaddr *)&own, sizeof own)) fail("bind");
    if (connect(c->socket, (struct sockaddr *)&server, sizeof server) && errno != EINPROGRESS) fail("connect");
    c->stage = CONNECTING;
    c->sent = c->received = 0;
    c->watched = 0;
    watch(c, EPOLLOUT);
}

static void close_connection(struct connection *c) {
    end_tls(c);
    close(c->socket);
}

static void reopen_after_error(struct connection *c, const char *what) {
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    if (++errors >= MOST_ERRORS) { fprintf(stderr, "too many errors\n"); exit(1); }
    close_connection(c);
    open_connection(c);
}

static void finish_operation(struct connection *c) {
    operations++;
    if (c->messages++ == 0) cold--;
    c->sent = c->received = 0;
    if (is_churn) {
        resumed += is_resumed(c);
        close_connection(c);
        open_connection(c);
    }
}

/* True while there may be more to do at once. */
static bool talk(struct connection *c) {
    if (c->sent < size) {
        ssize_t count = send_some(c, message + c->sent, size - c->sent);
        if (count > 0) c->sent += count;
        else if (errno != EAGAIN) { reopen_after_error(c, "send"); return false; }
    }
    size_t room = size - c->received < CHUNK ? size - c->received : CHUNK;
    ssize_t count = receive_some(c, answer, room);
    if (count > 0) {
        if (memcmp(answer, message + c->received, count)) { errno = EBADMSG; reopen_after_error(c, "answer"); return false; }
        if ((c->received += count) < size) return true;
        finish_operation(c);
        return c->stage == TALKING;
    }
    if (count == 0) errno = ECONNRESET;
    if (errno != EAGAIN) { reopen_after_error(c, "receive"); return false; }
    watch(c, c->sent < size ? EPOLLIN | EPOLLOUT : EPOLLIN);
    return false;
}

/* The message's first bytes, without waiting for an answer that cannot be there yet. */
static void begin_message(struct connection *c) {
    ssize_t count = send_some(c, message, size);
    if (count > 0) c->sent = count;
    else if (errno != EAGAIN) { reopen_after_error(c, "send"); return; }
    watch(c, c->sent < size ? EPOLLIN | EPOLLOUT : EPOLLIN);
}

static void serve(struct connection *c) {
    if (c->stage == CONNECTING) {
        int error = 0;
        socklen_t length = sizeof error;
        getsockopt(c->socket, SOL_SOCKET, SO_ERROR, &error, &length);
        if (error) { errno = error; reopen_after_error(c, "connect"); return; }
        start_tls(c);
        c->stage = SHAKING;
    }
    if (c->stage == SHAKING) {
        enum result result = shake(c);
        if (result == FAILED) { reopen_after_error(c, "handshake"); return; }
        watch(c, EPOLLIN);
        if (result == AGAIN) return;
        c->stage = TALKING;
        begin_message(c);
        return;
    }
    while (talk(c)) {
        if (c->sent == 0) { begin_message(c); return; }
    }
}

static void serve_until(double end, bool while_cold) {
    struct epoll_event ready[MOST_EVENTS];
    while (seconds(CLOCK_MONOTONIC) < end && (!while_cold || cold > 0)) {
        int n = epoll_wait(poll, ready, MOST_EVENTS, 100);
        for (int i = 0; i < n; i++) serve(ready[i].data.ptr);
    }
}

int main(int argc, char **argv) {
    if (argc < 7 || argc > 8 || (strcmp(argv[1], "echo") && strcmp(argv[1], "churn"))) {
        fprintf(stderr, "usage: load echo|churn PORT PID CONNECTIONS SIZE SECONDS [tls|tls-resumed]\n");
        return 2;
    }
    int connections = atoi(argv[4]);
    double length = atof(argv[6]);
    clockid_t server_clock;
    is_churn = argv[1][0] == 'c';
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    server.sin_port = htons(atoi(argv[2]));
    if ((errno = clock_getcpuclockid(atoi(argv[3]), &server_clock))) fail("no such server");
    size = atol(argv[5]);
    message = malloc(size);
    answer = malloc(CHUNK);
    for (size_t i = 0; i < size; i++) message[i] = i * 31 + (i >> 8);
    if (argc == 8) prepare_tls(!strcmp(argv[7], "tls-resumed"));
    poll = epoll_create1(0);

    struct connection *all = calloc(connections, sizeof *all);
    cold = connections;
    for (int i = 0; i < connections; i++) open_connection(&all[i]);
    serve_until(seconds(CLOCK_MONOTONIC) + WARM_UP_SECONDS, true);
    if (cold > 0) { fprintf(stderr, "%d connections got no answer\n", cold); return 1; }

    operations = resumed = 0;
    double start = seconds(CLOCK_MONOTONIC), cpu = seconds(server_clock);
    serve_until(start + length, false);
    cpu = seconds(server_clock) - cpu;
    double took = seconds(CLOCK_MONOTONIC) - start;
    if (operations == 0) { fprintf(stderr, "nothing came back\n"); return 1; }
    printf("%ld %.3f %.3f %ld %ld\n", operations, took, cpu * 1e6 / operations, resumed, errors);
    return errors > 0;
}
