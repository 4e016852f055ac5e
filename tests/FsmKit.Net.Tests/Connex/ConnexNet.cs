using System.Net;
using System.Net.Sockets;
using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A connex on a loop whose time stands still until the test moves it, and plain sockets as the other side.</summary>
internal sealed class ConnexNet : IDisposable
{
    private readonly List<Socket> _sockets = [];

    public ConnexNet(ReactorKind kind, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        Net = new Net(kind, settings, Time);
        Talker = Net.App.Create<Talker>("talker");
    }

    public ManualTime Time { get; } = new();

    public Net Net { get; }

    public Talker Talker { get; }

    public GConnex Connex { get; private set; } = null!;

    /// <summary>Makes the connex. Its pauses are exact unless the test sets them otherwise.</summary>
    public GConnex Start(IEnumerable<HostPort> destinations, Action<GConnex>? configure = null) => Connex = Talker.Create<GConnex>("connex", connex =>
    {
        connex.Destinations = [.. destinations];
        connex.Jitter = BackoffJitter.None;
        configure?.Invoke(connex);
    });

    /// <summary>A plain listening socket, and its destination.</summary>
    public (Socket Listener, HostPort Destination) Listen(int port = 0, int backlog = 128)
    {
        var listener = Keep(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(backlog);
        return (listener, new HostPort("127.0.0.1", ((IPEndPoint)listener.LocalEndPoint!).Port));
    }

    /// <summary>A port without a listener. The port is bound, so no other program can listen there.</summary>
    public HostPort Refusing()
    {
        var socket = Keep(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new HostPort("127.0.0.1", ((IPEndPoint)socket.LocalEndPoint!).Port);
    }

    /// <summary>A port that never answers: its backlog is full (Linux).</summary>
    public HostPort BlackHole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux leaves a connect unanswered while the backlog is full.");
        var (listener, destination) = Listen(backlog: 0);
        Keep(new Socket(SocketType.Stream, ProtocolType.Tcp)).Connect(listener.LocalEndPoint!);
        return destination;
    }

    /// <summary>Waits for a connection of the connex, and takes its other end.</summary>
    public Socket Accept(Socket listener)
    {
        Net.Until(() => listener.Poll(0, SelectMode.SelectRead), "A connection");
        var peer = Keep(listener.Accept());
        peer.ReceiveTimeout = 60_000;
        Net.Until(() => Connex.IsConnected, "EvConnected");
        return peer;
    }

    public void Pass(double seconds)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        Net.Settle();
    }

    /// <summary>Reads so many bytes while the loop runs.</summary>
    public string Read(Socket peer, int count)
    {
        var data = new MemoryStream();
        Net.Until(() => Net.ReadToEnd(peer, data) || data.Length >= count, "The data");
        return System.Text.Encoding.UTF8.GetString(data.ToArray());
    }

    /// <summary>Waits for the connex to tell of the next pause.</summary>
    /// <returns>Length of the pause, in seconds.</returns>
    public double NextPause()
    {
        Net.Until(() => Pauses().Any(), $"A pause of the connex, which was {Connex.StateName},");
        var line = Pauses().First();
        Net.Log.Remove(line);
        return TimeSpan.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture).TotalSeconds;
    }

    public IEnumerable<string> Pauses() =>
        Net.Log.Where(static line => line.StartsWith("Information: GConnex:connex tries ", StringComparison.Ordinal));

    public void Dispose()
    {
        _sockets.ForEach(static socket => socket.Dispose());
        Net.Dispose();
    }

    private Socket Keep(Socket socket)
    {
        _sockets.Add(socket);
        return socket;
    }
}
