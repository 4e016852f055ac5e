using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <content>Addresses, ports and listeners.</content>
public sealed partial class MemoryNetwork
{
    private const int FirstFreePort = 49152;
    private const int LastFreePort = 65535;

    private readonly List<MemoryBacklog> _listening = [];
    private readonly HashSet<IPAddress> _blackHoles = [];
    private int _lastPort = FirstFreePort - 1;
    private uint _turn;

    /// <summary>Starts a connect. Its end learns the outcome now or later.</summary>
    internal void Start(MemoryEnd client)
    {
        if (!IsBlackHole(client.Remote!))
        {
            Deliver(client, Dice.FailsConnect() ? DeliveryKind.ConnectFailure : DeliveryKind.Connect);
        }
    }

    /// <summary>Answers a connect that has arrived at its destination.</summary>
    internal void Answer(MemoryEnd client)
    {
        if (Find(client.Remote!) is { } backlog)
        {
            backlog.Add(client);
        }
        else
        {
            client.Fail(SocketError.ConnectionRefused);
        }
    }

    internal MemoryEnd NewClient(EndPoint remote, EndPoint? local = null)
    {
        if (!MemoryAddress.IsKnown(remote))
        {
            throw new SocketException((int)SocketError.AddressFamilyNotSupported); // a name: the network does not resolve names
        }

        var destination = MemoryAddress.Destination(remote);
        return new MemoryEnd(this, local ?? MemoryAddress.Client(destination, NextPort()), destination);
    }

    internal MemoryBacklog Bind(EndPoint local, int backlog, bool isShared)
    {
        if (!MemoryAddress.IsKnown(local))
        {
            throw new SocketException((int)SocketError.AddressFamilyNotSupported);
        }

        var address = local is IPEndPoint { Port: 0 } ip ? FreePort(ip.Address) : local;
        if (_listening.Exists(other => MemoryAddress.Overlap(other.Local, address) && !(isShared && other.IsShared)))
        {
            throw new SocketException((int)SocketError.AddressAlreadyInUse);
        }

        var bound = new MemoryBacklog(this, address, Math.Max(1, backlog), isShared);
        _listening.Add(bound);
        return bound;
    }

    internal void Forget(MemoryBacklog backlog) => _listening.Remove(backlog);

    internal void Opened() => Connections++;

    /// <summary>Counts a closed end. With the second one the connection is gone.</summary>
    internal void Closed(bool isSecond) => Connections -= isSecond ? 1 : 0;

    private bool IsBlackHole(EndPoint remote) => remote is IPEndPoint ip && _blackHoles.Contains(ip.Address);

    /// <summary>Finds the listener that fits best. Several that share an address take turns.</summary>
    private MemoryBacklog? Find(EndPoint destination, bool takesTurn = true)
    {
        var found = new List<MemoryBacklog>();
        var best = 1;
        foreach (var backlog in _listening)
        {
            var fits = MemoryAddress.Fits(backlog.Local, destination);
            if (fits > best)
            {
                best = fits;
                found.Clear();
            }

            if (fits == best)
            {
                found.Add(backlog);
            }
        }

        return found.Count == 0 ? null : found[(int)((takesTurn ? _turn++ : _turn) % (uint)found.Count)];
    }

    private IPEndPoint FreePort(IPAddress address)
    {
        for (var left = LastFreePort - FirstFreePort; left >= 0; left--)
        {
            var candidate = new IPEndPoint(address, NextPort());
            if (!_listening.Exists(other => MemoryAddress.Overlap(other.Local, candidate)))
            {
                return candidate;
            }
        }

        throw new SocketException((int)SocketError.AddressAlreadyInUse);
    }

    /// <summary>Returns the next port in order, so that the ports of a run are predictable.</summary>
    private int NextPort() => _lastPort = _lastPort == LastFreePort ? FirstFreePort : _lastPort + 1;
}
