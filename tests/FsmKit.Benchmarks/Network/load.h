/* What the load is made of: connections that each have one message in flight, plain or over TLS 1.3. */
#pragma once
#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum stage { CONNECTING, SHAKING, TALKING };

struct connection {
    int socket;
    enum stage stage;
    SSL *ssl;             /* NULL without TLS */
    SSL_SESSION *session; /* the newest ticket of the server, to resume with */
    unsigned watched;     /* what epoll has been asked for */
    size_t sent, received;
    long messages;
};

enum result { AGAIN, DONE, FAILED };

/* tls.c: a connection's bytes. With FAILED or 0 or less the connection is over, unless errno is EAGAIN. */
void prepare_tls(bool resume);
void start_tls(struct connection *c);
enum result shake(struct connection *c);
bool is_resumed(struct connection *c);
ssize_t send_some(struct connection *c, const char *data, size_t count);
ssize_t receive_some(struct connection *c, char *into, size_t count);
void end_tls(struct connection *c);
