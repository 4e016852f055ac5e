using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Plain blocking sockets that connect to the tested listeners, and are closed with the test.</summary>
internal sealed class Clients : IDisposable
{
    private readonly List<Socket> _sockets = [];

    /// <summary>Connects. The backlog answers, so no accept is needed.</summary>
    public Socket Connect(EndPoint address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 60_000 };
        _sockets.Add(socket);
        socket.Connect(address);
        return socket;
    }

    public Socket Connect(int port) => Connect(new IPEndPoint(IPAddress.Loopback, port));

    /// <summary>Both addresses of an accepted connection. Two clients of different servers may have the same port.</summary>
    public static string Pair(Socket accepted) => $"{accepted.RemoteEndPoint} {accepted.LocalEndPoint}";

    /// <summary>Number of connections in the backlog of a port, as the kernel reports it.</summary>
    public static int Waiting(int port)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells how many wait.");
        return File.ReadLines("/proc/net/tcp").Concat(File.ReadLines("/proc/net/tcp6"))
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[1].EndsWith($":{port:X4}", StringComparison.Ordinal) && fields[3] == "0A")
            .Sum(static fields => int.Parse(fields[4].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    public void Dispose() => _sockets.ForEach(static socket => socket.Dispose());
}
