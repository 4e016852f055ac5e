using System.Net;
using FsmKit;
using FsmKit.Net;

namespace MyApp;

/// <summary>Listens, and has a session for each connection.</summary>
public static class GreeterServer
{
    /// <summary>Starts to listen.</summary>
    /// <param name="app">The loop.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <returns>The address in use.</returns>
    public static EndPoint Listen(GAplic app, int port) => app.Create<GServerSock>("greeter", server =>
    {
        (server.Host, server.Port, server.Framing) = ("127.0.0.1", port, Framing.Lines(1_000));
        server.Serve<GreeterSession>();
    }).Sockname!;
}
