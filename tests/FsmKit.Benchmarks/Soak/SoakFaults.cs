using System.Net;
using System.Net.Sockets;

namespace FsmKit.Benchmarks;

/// <summary>The clients of servers whose subscriber throws when a connection opens, brings data and ends: many connections at once, some waves of them.</summary>
internal static class SoakFaults
{
    public const string Closed = "closed";

    private const int Waves = 4;
    private static readonly byte[] Request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray();

    /// <summary>Half of the connections ask the HTTP server, the others send bytes to the server socket.</summary>
    public static void Run(int sockPort, int httpPort, int connections)
    {
        Wave(sockPort, httpPort, 100);
        SoakClients.Stage("before");
        for (var wave = 1; wave <= Waves; wave++)
        {
            Wave(sockPort, httpPort, connections, $"open: {connections} connections, wave {wave}");
            SoakClients.Stage(Closed);
        }
    }

    private static void Wave(int sockPort, int httpPort, int connections, string? stage = null)
    {
        var all = Enumerable.Range(0, connections)
            .Select(i => SoakClients.Open(new IPEndPoint(IPAddress.Loopback, i % 2 == 0 ? sockPort : httpPort), i)).ToList();
        all.ForEach(static socket => socket.Send(Request));

        // Each client has its answer, although the subscriber threw behind the answer or before.
        all.ForEach(static socket => Receive(socket));
        if (stage is not null)
        {
            SoakClients.Stage(stage);
        }

        all.ForEach(static socket => socket.Dispose());
    }

    private static void Receive(Socket socket)
    {
        if (socket.Receive(new byte[1024]) == 0)
        {
            throw new IOException("The server closed the connection.");
        }
    }
}
