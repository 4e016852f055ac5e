using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// Listening socket of a <see cref="MemoryNetwork"/>, with the connections that are not accepted yet. Every call needs the gate of the
/// network.
/// </summary>
internal sealed class MemoryBacklog(MemoryNetwork network, EndPoint local, int capacity, bool isShared)
{
    private readonly Queue<MemoryEnd> _established = new();

    // Connects that found the backlog full. TCP would repeat them until there is room.
    private readonly List<MemoryEnd> _waiting = [];

    public EndPoint Local => local;

    /// <summary>Whether other listeners may share the address, if they allow it too.</summary>
    public bool IsShared => isShared;

    public IMemoryTarget? Target { get; set; }

    public bool HasConnection => _established.Count > 0;

    /// <summary>Adds a connecting client: establishes the connection, lets it wait for room, or refuses it (Unix sockets).</summary>
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

    /// <summary>Removes the oldest established connection; null without one.</summary>
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

    /// <summary>Removes a connect that waits for room.</summary>
    public void Forget(MemoryEnd client)
    {
        client.WaitsAt = null;
        _waiting.Remove(client);
    }

    /// <summary>Stops listening. Established connections that were not accepted end, and connects that wait are refused.</summary>
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
