/* The two ends of an echo measurement, both as bare epoll loops: the least that the system asks of anybody.
   usage: echo serve PORT                            an echo server without any layer: the limit to compare with
          echo load PORT CONNECTIONS SIZE SECONDS    one message in flight on each connection; prints the round trips
   Loopback only. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST_EVENTS = 256, BUFFER = 1 << 16 };
static char buffer[BUFFER];

static void fail(const char *what) { perror(what); exit(1); }

static void watch(int poll, int s) {
    struct epoll_event e = { .events = EPOLLIN, .data.fd = s };
    if (epoll_ctl(poll, EPOLL_CTL_ADD, s, &e)) fail("epoll_ctl");
}

static int open_socket(void) {
    int one = 1, s = socket(AF_INET, SOCK_STREAM, 0);
    if (s < 0) fail("socket");
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return s;
}

static void serve(struct sockaddr_in address) {
    int listener = open_socket(), poll = epoll_create1(0);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 1024)) fail("listen");
    watch(poll, listener);
    for (;;) {
        struct epoll_event ready[MOST_EVENTS];
        int n = epoll_wait(poll, ready, MOST_EVENTS, -1);
        for (int i = 0; i < n; i++) {
            int s = ready[i].data.fd;
            if (s == listener) {
                int accepted = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
                if (accepted >= 0) watch(poll, accepted);
                continue;
            }
            ssize_t count = recv(s, buffer, sizeof buffer, 0);
            if (count > 0) send(s, buffer, count, MSG_NOSIGNAL);
            else close(s);
        }
    }
}

static double seconds_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void load(struct sockaddr_in address, int connections, int size, double seconds) {
    int poll = epoll_create1(0);
    int *missing = calloc(1 << 20, sizeof *missing);
    for (int i = 0; i < connections; i++) {
        int s = open_socket();
        if (connect(s, (struct sockaddr *)&address, sizeof address)) fail("connect");
        watch(poll, s);
        missing[s] = size;
        send(s, buffer, size, MSG_NOSIGNAL);
    }
    long round_trips = 0;
    for (double end = seconds_now() + seconds; seconds_now() < end;) {
        struct epoll_event ready[MOST_EVENTS];
        int n = epoll_wait(poll, ready, MOST_EVENTS, 100);
        for (int i = 0; i < n; i++) {
            int s = ready[i].data.fd;
            ssize_t count = recv(s, buffer, missing[s], 0);
            if (count <= 0) { fprintf(stderr, "the server closed a connection\n"); exit(1); }
            if ((missing[s] -= count) > 0) continue;
            missing[s] = size;
            round_trips++;
            send(s, buffer, size, MSG_NOSIGNAL);
        }
    }
    printf("%ld\n", round_trips);
}

int main(int argc, char **argv) {
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    if (argc > 2) address.sin_port = htons(atoi(argv[2]));
    if (argc == 3 && !strcmp(argv[1], "serve")) serve(address);
    if (argc == 6 && !strcmp(argv[1], "load") && atoi(argv[4]) <= BUFFER) {
        load(address, atoi(argv[3]), atoi(argv[4]), atof(argv[5]));
        return 0;
    }
    fprintf(stderr, "usage: echo serve PORT | echo load PORT CONNECTIONS SIZE SECONDS\n");
    return 2;
}
