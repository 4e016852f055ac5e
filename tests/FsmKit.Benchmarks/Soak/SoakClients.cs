using System.Net;
using System.Net.Sockets;

namespace FsmKit.Benchmarks;

/// <summary>The other side of <see cref="Soak"/>: plain sockets in a process of their own.</summary>
internal static class SoakClients
{
    private static readonly byte[] Message = new byte[64];

    /// <summary>After each stage it prints the stage's name and waits for a line.</summary>
    public static void Run(int port, int open, int churn)
    {
        var server = new IPEndPoint(IPAddress.Loopback, port);
        Churn(server, Math.Min(2_000, churn));
        Stage("before");

        var held = Enumerable.Range(0, open).Select(i => Open(server, i)).ToList();
        held.ForEach(Exchange);
        Stage($"open: {open} connections, idle");
        held.ForEach(static socket => socket.Dispose());
        Stage("closed");

        for (var done = 0; done < churn;)
        {
            var part = Math.Min(Math.Max(1, churn / 10), churn - done);
            Churn(server, part);
            done += part;
            Stage($"after {done} more, one by one");
        }
    }

    private static void Churn(EndPoint server, int connections)
    {
        for (var i = 0; i < connections; i++)
        {
            using var socket = Open(server, i);
            Exchange(socket);
        }
    }

    /// <summary>Many addresses of the loopback range, because a closed connection keeps its port for a minute.</summary>
    public static Socket Open(EndPoint server, int i, Action<Socket>? configure = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)(2 + (i / 500 % 200))]), 0));
        configure?.Invoke(socket);
        socket.Connect(server);
        return socket;
    }

    public static void Exchange(Socket socket)
    {
        socket.Send(Message);
        var answer = new byte[Message.Length];
        for (var read = 0; read < answer.Length;)
        {
            var count = socket.Receive(answer.AsSpan(read));
            read += count > 0 ? count : throw new IOException("The server closed the connection.");
        }
    }

    /// <summary>Reports where the clients are, and waits until the server's side has looked.</summary>
    public static void Stage(string name)
    {
        Console.WriteLine(name);
        Console.ReadLine();
    }
}
