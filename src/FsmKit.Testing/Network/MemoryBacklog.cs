using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// A listening socket of a <see cref="MemoryNetwork"/>, with the connections that nobody has accepted yet. Everything here is called with
/// the network's gate held.
/// </summary>
internal sealed class MemoryBacklog(MemoryNetwork network, EndPoint local, int capacity, bool isShared)
{
    private readonly Queue<MemoryEnd> _established = new();

    // Connects that found it full; TCP would repeat them until there is room.
    private readonly List<MemoryEnd> _waiting = [];

    public EndPoint Local => local;

    /// <summary>Others may listen on the same address, if they say so too.</summary>
    public bool IsShared => isShared;

    public IMemoryTarget? Target { get; set; }

    public bool HasConnection => _established.Count > 0;

    /// <summary>Adds the connection of a client.</summary>
    public void Add(MemoryEnd client)
    {
        if (_established.Count < capacity)
        {
            Establish(client);
            client.Changed();
        }
        else if (local.AddressFamily == AddressFamily.Unix)
        {
            client.Fail(SocketError.ConnectionRefused);
        }
        else
        {
            client.WaitsAt = this;
            _waiting.Add(client);
        }
    }

    /// <summary>Takes the connection that has waited longest, or null.</summary>
    public MemoryEnd? Accept()
    {
        if (!_established.TryDequeue(out var accepted))
        {
            return null;
        }

        if (_waiting.Count > 0)
        {
            var next = _waiting[0];
            Forget(next);
            Add(next);
        }

        return accepted;
    }

    /// <summary>A connect that waits is given up.</summary>
    public void Forget(MemoryEnd client)
    {
        client.WaitsAt = null;
        _waiting.Remove(client);
    }

    /// <summary>Nobody will accept any more: who is in the queue reads the end of the stream, who waits is refused.</summary>
    public void Close()
    {
        network.Forget(this);
        while (_established.TryDequeue(out var server))
        {
            server.EndAtOnce();
        }

        foreach (var client in _waiting.ToArray())
        {
            Forget(client);
            client.Fail(SocketError.ConnectionRefused);
        }
    }

    private void Establish(MemoryEnd client)
    {
        var server = new MemoryEnd(network, MemoryAddress.AsSeenBy(local, client.Remote), MemoryAddress.AsSeenBy(local, client.Local)) { AcceptedBy = Target };
        MemoryEnd.Join(client, server);
        network.Opened();
        _established.Enqueue(server);
        Target?.MayBeReady();
    }
}
