/* An echo server without any layer, one thread on epoll: the least that the system asks of anybody.
   usage: bare            loopback only, on a free port that it prints */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST_EVENTS = 256, MOST_DESCRIPTORS = 1 << 16, BUFFER = 1 << 16, MOST_ACCEPTED = 64 };

/* What the system did not take of an echo; the connection is not read meanwhile. */
struct rest { char *data; size_t count; };

static char buffer[BUFFER];
static struct rest rests[MOST_DESCRIPTORS];

static void fail(const char *what) { perror(what); exit(1); }

static void watch(int poll, int change, int s, unsigned events) {
    struct epoll_event e = { .events = events, .data.fd = s };
    if (epoll_ctl(poll, change, s, &e)) fail("epoll_ctl");
}

static void accept_some(int poll, int listener) {
    for (int i = 0; i < MOST_ACCEPTED; i++) {
        int s = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (s < 0) return;
        if (s >= MOST_DESCRIPTORS) { close(s); return; }
        watch(poll, EPOLL_CTL_ADD, s, EPOLLIN);
    }
}

static void end(int s) {
    free(rests[s].data);
    rests[s] = (struct rest){ 0 };
    close(s);
}

static void echo(int poll, int s) {
    ssize_t count = recv(s, buffer, sizeof buffer, 0);
    if (count <= 0) { end(s); return; }
    ssize_t sent = send(s, buffer, count, MSG_NOSIGNAL);
    if (sent == count) return;
    if (sent < 0) sent = 0;
    struct rest *rest = &rests[s];
    rest->count = count - sent;
    rest->data = malloc(rest->count);
    memcpy(rest->data, buffer + sent, rest->count);
    watch(poll, EPOLL_CTL_MOD, s, EPOLLOUT);
}

static void send_rest(int poll, int s) {
    struct rest *rest = &rests[s];
    ssize_t sent = send(s, rest->data, rest->count, MSG_NOSIGNAL);
    if (sent < 0) { end(s); return; }
    rest->count -= sent;
    if (rest->count) { memmove(rest->data, rest->data + sent, rest->count); return; }
    free(rest->data);
    rest->data = NULL;
    watch(poll, EPOLL_CTL_MOD, s, EPOLLIN);
}

int main(void) {
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t length = sizeof address;
    int one = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), poll = epoll_create1(0);
    setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one); /* what it accepts has it too */
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, length) || listen(listener, 1024)
        || getsockname(listener, (struct sockaddr *)&address, &length)) fail("listen");
    printf("listening on 127.0.0.1:%d\n", ntohs(address.sin_port));
    fflush(stdout);
    watch(poll, EPOLL_CTL_ADD, listener, EPOLLIN);
    for (;;) {
        struct epoll_event ready[MOST_EVENTS];
        int n = epoll_wait(poll, ready, MOST_EVENTS, -1);
        for (int i = 0; i < n; i++) {
            int s = ready[i].data.fd;
            if (s == listener) accept_some(poll, listener);
            else if (rests[s].data) send_rest(poll, s);
            else echo(poll, s);
        }
    }
}
