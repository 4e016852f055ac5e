/* An echo server on Gio's SocketService, with its asynchronous streams and one main loop.
   usage: gio             loopback only, on a free port that it prints */
#include <gio/gio.h>

enum { BUFFER = 1 << 16 };

/* One connection: it reads, writes what it has read, and reads again. */
typedef struct {
    GIOStream *stream;
    char buffer[BUFFER];
} Talk;

static void go_on(Talk *talk);

static void end(Talk *talk) {
    g_object_unref(talk->stream);
    g_free(talk);
}

static void has_written(GObject *output, GAsyncResult *result, gpointer talk) {
    if (g_output_stream_write_all_finish(G_OUTPUT_STREAM(output), result, NULL, NULL)) go_on(talk);
    else end(talk);
}

static void has_read(GObject *input, GAsyncResult *result, gpointer data) {
    Talk *talk = data;
    gssize count = g_input_stream_read_finish(G_INPUT_STREAM(input), result, NULL);
    if (count > 0)
        g_output_stream_write_all_async(g_io_stream_get_output_stream(talk->stream), talk->buffer, count, G_PRIORITY_DEFAULT, NULL,
                                        has_written, talk);
    else
        end(talk);
}

static void go_on(Talk *talk) {
    g_input_stream_read_async(g_io_stream_get_input_stream(talk->stream), talk->buffer, BUFFER, G_PRIORITY_DEFAULT, NULL, has_read, talk);
}

static gboolean comes_in(GSocketService *service, GSocketConnection *connection, GObject *source, gpointer data) {
    Talk *talk = g_malloc(sizeof *talk);
    g_socket_set_option(g_socket_connection_get_socket(connection), 6 /* TCP */, 1 /* TCP_NODELAY */, 1, NULL);
    talk->stream = g_object_ref(G_IO_STREAM(connection));
    go_on(talk);
    return TRUE;
}

int main(void) {
    GSocketService *service = g_socket_service_new();
    GSocketAddress *wanted = g_inet_socket_address_new_from_string("127.0.0.1", 0), *got;
    GError *error = NULL;
    g_socket_listener_set_backlog(G_SOCKET_LISTENER(service), 1024);
    if (!g_socket_listener_add_address(G_SOCKET_LISTENER(service), wanted, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &got, &error)) {
        g_printerr("%s\n", error->message);
        return 1;
    }
    g_signal_connect(service, "incoming", G_CALLBACK(comes_in), NULL);
    g_print("listening on 127.0.0.1:%d\n", g_inet_socket_address_get_port(G_INET_SOCKET_ADDRESS(got)));
    g_main_loop_run(g_main_loop_new(NULL, FALSE));
}
