using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A loop that the test runs cycle by cycle, with a server and plain sockets as its peers.</summary>
internal sealed class Net : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<Socket> _peers = [];

    public Net(
        ReactorKind kind, IEnumerable<KeyValuePair<string, string?>>? settings = null, TimeProvider? time = null, int postCapacity = 1_000_000)
    {
        App = new GAplic("app", new GAplicOptions
        {
            Reactor = OperatingSystem.IsLinux() && kind == ReactorKind.Epoll ? new EpollReactor() : new SocketReactor(),
            Logger = Log,
            Settings = settings,
            Time = time ?? TimeProvider.System,
            PostCapacity = postCapacity,
        });
    }

    public GAplic App { get; }

    /// <summary>The log from the level Information on.</summary>
    public LogLines Log { get; } = new(LogLevel.Information);

    public (Talker Talker, GServerSock Server) Listen(Action<GServerSock>? configure = null, string? name = "server")
    {
        var talker = App.Create<Talker>("listener");
        return (talker, talker.Create<GServerSock>(name, server =>
        {
            server.Host = "127.0.0.1";
            configure?.Invoke(server);
        }));
    }

    public (Talker Talker, GSock Gsock) Client(int port, Action<GSock>? configure = null)
    {
        var talker = App.Create<Talker>("client");
        return (talker, talker.Create<GSock>("gsock", gsock =>
        {
            gsock.Host = "127.0.0.1";
            gsock.Port = port;
            configure?.Invoke(gsock);
        }));
    }

    /// <summary>A plain blocking socket that is connected to the server.</summary>
    public Socket Peer(GServerSock server) => Peer(server.Sockname!);

    /// <summary>A plain blocking socket that is connected to an address.</summary>
    public Socket Peer(EndPoint remote)
    {
        var socket = new Socket(remote.AddressFamily, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 60_000, SendTimeout = 60_000 };
        _peers.Add(socket);
        socket.Connect(remote);
        return socket;
    }

    /// <summary>
    /// Whether an address has no listener any more. A program that another test is starting holds copies of all descriptors until it is
    /// loaded, so the first attempt may still find the socket.
    /// </summary>
    public static bool Refuses(EndPoint address) => SpinWait.SpinUntil(
        () =>
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                socket.Connect(address);
                return false;
            }
            catch (SocketException)
            {
                return true;
            }
        },
        TimeSpan.FromSeconds(20));

    /// <summary>A plain listening socket and its port.</summary>
    public (Socket Socket, int Port) PlainListener()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 60_000 };
        _peers.Add(socket);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        return (socket, ((IPEndPoint)socket.LocalEndPoint!).Port);
    }

    /// <summary>A port without a listener. The port is bound, so no other program gets it.</summary>
    public int BoundPort()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _peers.Add(socket);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Reads the bytes that a plain socket has now.</summary>
    /// <returns>Whether the stream has ended.</returns>
    public static bool ReadToEnd(Socket peer, Stream into)
    {
        var buffer = new byte[65536];
        while (peer.Poll(0, SelectMode.SelectRead))
        {
            var count = peer.Receive(buffer);
            if (count == 0)
            {
                return true;
            }

            into.Write(buffer, 0, count);
        }

        return false;
    }

    public void Until(Func<bool> condition, string what = "It")
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < Patience, $"{what} did not happen in time.\n{string.Join('\n', Log.TakeLast(20))}");
            App.RunOnce(TimeSpan.FromMilliseconds(10));
        }
    }

    /// <summary>Runs the loop until it finds nothing to do for a few cycles.</summary>
    public void Settle()
    {
        for (var quiet = 0; quiet < 3;)
        {
            quiet = App.RunOnce(TimeSpan.FromMilliseconds(5)) ? 0 : quiet + 1;
        }
    }

    /// <summary>Forgets objects that the test itself has kept.</summary>
    public void Forget()
    {
        _peers.Clear();
        Log.Clear();
    }

    public void Dispose()
    {
        _peers.ForEach(static peer => peer.Dispose());
        App.Dispose();
        Assert.DoesNotContain(Log, static line => line.Contains("A fault in", StringComparison.Ordinal));
    }
}
