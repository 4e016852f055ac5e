using System.Net;
using System.Net.Sockets;

namespace FsmKit.Benchmarks;

/// <summary>The clients to which a server sends: nine of ten read all of it, the tenth reads nothing.</summary>
internal static class SoakReaders
{
    /// <summary>The stage that asks for one more message to all connections.</summary>
    public const string NextRound = "next";

    public const string Closed = "closed";

    /// <summary>Bytes that may wait for a connection: some rounds of not reading.</summary>
    public const int MostWaiting = 64 * 1024;

    private const int Rounds = 32;

    /// <summary>Bytes of a round.</summary>
    public static byte[] Round { get; } = [.. Enumerable.Range(0, 16 * 1024).Select(static i => (byte)(i * 7))];

    /// <summary>Number of connections, of so many, that never read.</summary>
    public static int Silent(int connections) => connections / 10;

    public static void Run(int port, int connections)
    {
        var server = new IPEndPoint(IPAddress.Loopback, port);
        SoakClients.Stage("before");

        var all = Enumerable.Range(0, connections).Select(i => Open(server, i)).ToList();
        all.ForEach(SoakClients.Exchange);
        SoakClients.Stage($"open: {connections} connections, idle");

        var readers = all.Skip(Silent(connections)).ToList();
        for (var round = 1; round <= Rounds; round++)
        {
            SoakClients.Stage(NextRound);
            readers.ForEach(ReadRound);
            if (round % 8 == 0)
            {
                SoakClients.Stage($"each reader has {round * Round.Length / 1024} KiB");
            }
        }

        all.ForEach(static socket => socket.Dispose());
        SoakClients.Stage(Closed);
    }

    /// <summary>Small segments and a small buffer, as of a client far away: on loopback the kernel would keep megabytes for each.</summary>
    private static Socket Open(EndPoint server, int i)
    {
        const int Tcp = 6;
        const int MaximumSegment = 2;
        return SoakClients.Open(server, i, static socket =>
        {
            socket.ReceiveBufferSize = 16 * 1024;
            socket.SetRawSocketOption(Tcp, MaximumSegment, BitConverter.GetBytes(1400));
        });
    }

    private static void ReadRound(Socket socket)
    {
        Span<byte> data = stackalloc byte[Round.Length];
        for (var read = 0; read < data.Length;)
        {
            var count = socket.Receive(data[read..]);
            read += count > 0 ? count : throw new IOException("The server closed the connection of a reader.");
        }

        if (!data.SequenceEqual(Round))
        {
            throw new IOException("A reader received something else than was sent.");
        }
    }
}
