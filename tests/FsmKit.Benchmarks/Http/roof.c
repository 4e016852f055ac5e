/* The least that the system asks of an HTTP server: one thread on epoll, each request found by its blank line, one send for a batch.
   usage: roof [--port PORT] [--loops N]     loopback; port 0 takes a free one, which it prints; each loop is a process that shares it
   GET /bytes/N answers N bytes; the body of a POST is read past; anything else is answered with the same 129 bytes. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MOST_EVENTS = 256, MOST_DESCRIPTORS = 1 << 16, BUFFER = 1 << 16, MOST_ACCEPTED = 64, MOST_BYTES = 16 << 20 };

#define COMMON "HTTP/1.1 200 OK\r\nServer: roof\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Type: text/plain\r\n"
static const char hello[] = COMMON "Content-Length: 13\r\n\r\nHello, World!";
static const char farewell[] = COMMON "Content-Length: 13\r\nConnection: close\r\n\r\nHello, World!";

struct connection {
    char *input, *output;      /* what could not be used yet: the start of a head, or requests behind a response that waits */
    size_t in_count, out_count;
    size_t to_skip;            /* of the request's body */
    size_t to_send;            /* of the response's body, after the output */
    bool ends, waits;          /* after the output; for the socket to take more */
};

static char buffer[2 * BUFFER], batch[BUFFER];
static size_t batched;
static char *body;
static struct connection connections[MOST_DESCRIPTORS];
static int poll;

static void fail(const char *what) { perror(what); exit(1); }

static void watch(int change, int s, unsigned events) {
    struct epoll_event e = { .events = events, .data.fd = s };
    if (epoll_ctl(poll, change, s, &e)) fail("epoll_ctl");
}

static void end(int s) {
    free(connections[s].input);
    free(connections[s].output);
    connections[s] = (struct connection){ 0 };
    close(s);
}

static void keep(char **where, size_t *count, const char *data, size_t added) {
    char *kept = added ? memcpy(malloc(added), data, added) : NULL;
    free(*where);
    *where = kept;
    *count = added;
}

/* Sends data and then the connection's body; what the socket does not take waits. False when the connection is gone. */
static bool send_all(int s, const char *data, size_t count) {
    struct connection *c = &connections[s];
    for (;;) {
        struct iovec parts[] = { { (void *)data, count }, { body, c->to_send } };
        struct msghdr message = { .msg_iov = parts, .msg_iovlen = c->to_send ? 2 : 1 };
        if (count + c->to_send == 0) break;
        ssize_t sent = sendmsg(s, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN) { end(s); return false; }
        if (sent < 0) {
            keep(&c->output, &c->out_count, data, count);
            if (!c->waits) watch(EPOLL_CTL_MOD, s, EPOLLOUT);
            c->waits = true;
            return true;
        }
        size_t of_data = (size_t)sent < count ? (size_t)sent : count;
        data += of_data;
        count -= of_data;
        c->to_send -= sent - of_data;
    }
    keep(&c->output, &c->out_count, NULL, 0);
    if (c->waits) watch(EPOLL_CTL_MOD, s, EPOLLIN);
    c->waits = false;
    if (!c->ends) return true;
    end(s);
    return false;
}

static bool send_batch(int s) {
    size_t count = batched;
    batched = 0;
    return count == 0 || send_all(s, batch, count);
}

static bool add(int s, const char *data, size_t count) {
    if (batched + count > sizeof batch && !send_batch(s)) return false;
    memcpy(batch + batched, data, count);
    batched += count;
    return true;
}

static size_t number(const char *head, size_t length, const char *before) {
    char *found = memmem(head, length, before, strlen(before));
    size_t value = found ? strtoul(found + strlen(before), NULL, 10) : 0;
    return value < MOST_BYTES ? value : MOST_BYTES;
}

/* False when the connection is gone. */
static bool answer(int s, const char *head, size_t length) {
    struct connection *c = &connections[s];
    c->ends = memmem(head, length, "Connection: close", 17) != NULL;
    if (head[0] == 'P') c->to_skip = number(head, length, "Content-Length: ");
    if (length > 11 && !memcmp(head, "GET /bytes/", 11)) {
        char start[256];
        size_t count = number(head, length, "/bytes/");
        if (!add(s, start, sprintf(start, COMMON "Content-Length: %zu\r\n\r\n", count))) return false;
        c->to_send = count;
        return send_batch(s);
    }
    if (!c->ends) return add(s, hello, sizeof hello - 1);
    return add(s, farewell, sizeof farewell - 1) && send_batch(s);
}

static void serve(int s, char *data, size_t count) {
    struct connection *c = &connections[s];
    char *at = data, *stop = data + count;
    while (at < stop && !c->waits) {
        size_t skipped = (size_t)(stop - at) < c->to_skip ? (size_t)(stop - at) : c->to_skip;
        at += skipped;
        c->to_skip -= skipped;
        char *blank = memmem(at, stop - at, "\r\n\r\n", 4);
        if (!blank) break;
        char *head = at;
        at = blank + 4;
        if (!answer(s, head, at - head)) { batched = 0; return; }
    }
    if (!send_batch(s)) return;
    if (stop - at > BUFFER) { end(s); return; }
    if (c->input || at < stop) keep(&c->input, &c->in_count, at, stop - at);
}

static void receive(int s) {
    struct connection *c = &connections[s];
    if (c->in_count) memcpy(buffer, c->input, c->in_count);
    ssize_t count = recv(s, buffer + c->in_count, BUFFER, 0);
    if (count <= 0) { end(s); return; }
    serve(s, buffer, c->in_count + count);
}

static void resume(int s) {
    struct connection *c = &connections[s];
    char *data = c->output;
    size_t count = c->out_count;
    c->output = NULL;
    bool is_there = send_all(s, data, count);
    free(data);
    if (!is_there || c->waits || c->in_count == 0) return;
    memcpy(buffer, c->input, count = c->in_count);
    serve(s, buffer, count);
}

static void accept_some(int listener) {
    for (int i = 0; i < MOST_ACCEPTED; i++) {
        int s = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (s < 0) return;
        if (s >= MOST_DESCRIPTORS) { close(s); return; }
        watch(EPOLL_CTL_ADD, s, EPOLLIN);
    }
}

static int listen_on(struct sockaddr_in *address) {
    socklen_t length = sizeof *address;
    int one = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one); /* what it accepts has it too */
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    setsockopt(listener, SOL_SOCKET, SO_REUSEPORT, &one, sizeof one);
    if (listener < 0 || bind(listener, (struct sockaddr *)address, length) || listen(listener, 4096)
        || getsockname(listener, (struct sockaddr *)address, &length)) fail("listen");
    return listener;
}

int main(int argc, char **argv) {
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    int loops = 1;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (!strcmp(argv[i], "--port")) address.sin_port = htons(atoi(argv[i + 1]));
        else if (!strcmp(argv[i], "--loops")) loops = atoi(argv[i + 1]);
    }
    int listener = listen_on(&address);
    printf("listening on 127.0.0.1:%d\n", ntohs(address.sin_port));
    fflush(stdout);
    for (int i = 1; i < loops; i++) {
        if (fork()) continue;
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        close(listener);
        listener = listen_on(&address);
        break;
    }
    body = memset(malloc(MOST_BYTES), 'x', MOST_BYTES);
    poll = epoll_create1(0);
    watch(EPOLL_CTL_ADD, listener, EPOLLIN);
    for (;;) {
        struct epoll_event ready[MOST_EVENTS];
        int n = epoll_wait(poll, ready, MOST_EVENTS, -1);
        for (int i = 0; i < n; i++) {
            int s = ready[i].data.fd;
            if (s == listener) accept_some(listener);
            else if (connections[s].waits) resume(s);
            else receive(s);
        }
    }
}
