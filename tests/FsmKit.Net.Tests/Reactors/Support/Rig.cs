using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A reactor that the test itself pumps, and the sockets around it.</summary>
internal sealed class Rig : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<IDisposable> _peers = [];

    public Rig(ReactorKind kind)
    {
        Reactor = kind == ReactorKind.Memory ? new MemoryReactor(new MemoryNetwork())
            : OperatingSystem.IsLinux() && kind == ReactorKind.Epoll ? new EpollReactor()
            : new SocketReactor();
        Reactor.Fault = (owner, exception) => Faults.Add((owner, exception));
    }

    public NetReactor Reactor { get; }

    public List<(object? Owner, Exception Exception)> Faults { get; } = [];

    /// <summary>Whether the test expects faults. Otherwise a fault ends the test.</summary>
    public bool ExpectsFaults { get; set; }

    /// <summary>Pumps until the condition holds; <paramref name="wait"/> 0 when the condition itself drives the peer.</summary>
    public void Until(Func<bool> condition, int wait = 10)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < Patience, "It did not happen in time.");
            Reactor.Wait(wait);
            if (!ExpectsFaults && Faults.Count > 0)
            {
                ExceptionDispatchInfo.Throw(Faults[0].Exception);
            }
        }
    }

    /// <summary>Waits once, for at most so many milliseconds, and returns the time.</summary>
    public TimeSpan Idle(int milliseconds)
    {
        var clock = Stopwatch.StartNew();
        Reactor.Wait(milliseconds);
        return clock.Elapsed;
    }

    /// <summary>True when the loop comes to rest; a spin goes on and on.</summary>
    /// <remarks>
    /// A few waits may end early all the same: by what is left over from before, or because another test starts a program, which
    /// keeps descriptors that were closed meanwhile open until it runs.
    /// </remarks>
    public bool Rests()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(2))
        {
            if (Idle(40) > TimeSpan.FromMilliseconds(30))
            {
                return true;
            }
        }

        return false;
    }

    public ListenLink Listen(ListenRecorder owner, IPAddress? address = null)
    {
        var link = Reactor.Listen(new IPEndPoint(address ?? IPAddress.Loopback, 0), 128, reusePort: false, owner);
        owner.Link = link;
        link.Watch(true);
        return link;
    }

    /// <summary>Accepts a link from a plain peer. The link watches for the given interest.</summary>
    public (LinkRecorder Server, RawPeer Peer) Accept(Interest interest = Interest.Read, Action<Socket>? configure = null)
    {
        var listener = new ListenRecorder();
        var listen = Listen(listener);
        var peer = Peer(listen.LocalEndPoint!, configure);
        Until(() => listener.Accepted.Count == 1);
        listen.Close();
        var server = listener.Accepted[0];
        server.Link.Watch(interest);
        return (server, peer);
    }

    /// <summary>A plain peer connected to a listener; the backlog takes it, so the loop need not turn.</summary>
    public RawPeer Peer(EndPoint remote, Action<Socket>? configure = null)
    {
        RawPeer peer = Reactor is MemoryReactor memory ? new InMemoryPeer(memory.Network.Connect(remote)) : Connect(remote, configure);
        _peers.Add(peer);
        return peer;
    }

    /// <summary>Whether the address has no listener any more. A starting program may hold the descriptor for a moment.</summary>
    public bool Refuses(EndPoint remote) => SpinWait.SpinUntil(
        () =>
        {
            try
            {
                Peer(remote).Dispose();
                return false;
            }
            catch (SocketException)
            {
                return true;
            }
        },
        Patience);

    /// <summary>Pumps until the plain peer has received so many bytes.</summary>
    public byte[] Receive(RawPeer peer, int count)
    {
        var data = new byte[count];
        Until(() => peer.Available >= count);
        Assert.Equal(count, peer.Receive(data, out _));
        return data;
    }

    /// <summary>Pumps until the plain peer has something other than bytes to tell: Success stands for the end of the stream.</summary>
    public SocketError End(RawPeer peer)
    {
        Until(() => peer.IsReadable);
        var count = peer.Receive(new byte[1], out var error);
        Assert.Equal(0, count);
        return error;
    }

    public void Dispose()
    {
        Reactor.Dispose();
        foreach (var peer in _peers)
        {
            peer.Dispose();
        }
    }

    private static SocketPeer Connect(EndPoint remote, Action<Socket>? configure)
    {
        var socket = new Socket(remote.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            configure?.Invoke(socket);
            socket.Connect(remote);
            socket.Blocking = false;
            return new SocketPeer(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
