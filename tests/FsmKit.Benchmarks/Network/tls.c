/* The bytes of a connection, plain or through OpenSSL. */
#include "load.h"
#include <errno.h>
#include <openssl/err.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

static SSL_CTX *context;
static bool resumes;

static int keep_ticket(SSL *ssl, SSL_SESSION *session) {
    struct connection *c = SSL_get_app_data(ssl);
    SSL_SESSION_free(c->session);
    c->session = session;
    return 1;
}

/* Nobody's certificate is checked: the server is the one that the script has started. */
void prepare_tls(bool resume) {
    context = SSL_CTX_new(TLS_client_method());
    if (!context) { fprintf(stderr, "OpenSSL does not start\n"); exit(1); }
    SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_read_ahead(context, 1);
    resumes = resume;
    if (resume) {
        SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
        SSL_CTX_sess_set_new_cb(context, keep_ticket);
    }
}

void start_tls(struct connection *c) {
    if (!context) return;
    c->ssl = SSL_new(context);
    SSL_set_fd(c->ssl, c->socket);
    SSL_set_app_data(c->ssl, c);
    SSL_set_tlsext_host_name(c->ssl, "localhost");
    if (resumes && c->session) SSL_set_session(c->ssl, c->session);
}

bool is_resumed(struct connection *c) { return c->ssl && SSL_session_reused(c->ssl); }

/* -1 with EAGAIN when OpenSSL waits for the socket, as the system's own calls have it; 0 at the end of the stream. */
static ssize_t answer(struct connection *c, int result) {
    if (result > 0) return result;
    switch (SSL_get_error(c->ssl, result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE: errno = EAGAIN; return -1;
    case SSL_ERROR_ZERO_RETURN: return 0;
    default: ERR_clear_error(); errno = EPROTO; return -1;
    }
}

enum result shake(struct connection *c) {
    if (!c->ssl) return DONE;
    ssize_t result = answer(c, SSL_connect(c->ssl));
    return result > 0 ? DONE : result < 0 && errno == EAGAIN ? AGAIN : FAILED;
}

ssize_t send_some(struct connection *c, const char *data, size_t count) {
    return c->ssl ? answer(c, SSL_write(c->ssl, data, count)) : send(c->socket, data, count, MSG_NOSIGNAL);
}

ssize_t receive_some(struct connection *c, char *into, size_t count) {
    return c->ssl ? answer(c, SSL_read(c->ssl, into, count)) : recv(c->socket, into, count, 0);
}

void end_tls(struct connection *c) {
    if (!c->ssl) return;
    SSL_shutdown(c->ssl);
    ERR_clear_error(); /* what is left of one connection would be read as the next one's */
    SSL_free(c->ssl);
    c->ssl = NULL;
}
