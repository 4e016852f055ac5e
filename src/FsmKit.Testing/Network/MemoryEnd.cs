using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// One end of a connection in a <see cref="MemoryNetwork"/>: what a socket is in the kernel. Everything here is called with the network's
/// gate held.
/// </summary>
internal sealed partial class MemoryEnd(MemoryNetwork network, EndPoint? local, EndPoint? remote)
{
    private readonly ByteRing _inbox = new();
    private MemoryEnd? _peer;

    // Of the inbox's bytes; the rest is still under way.
    private int _arrived;

    // Sent here after the end of it: they fill the pipe, or the sender could go on for ever until it hears of the reset.
    private int _lost;
    private bool _endArrived;
    private bool _sendEnded;

    // A reset is under way or here: nothing else arrives any more.
    private bool _cut;

    public EndPoint? Local { get; } = local;

    public EndPoint? Remote { get; } = remote;

    /// <summary>The link on this end, if any: it is asked to look whenever something has changed.</summary>
    public IMemoryTarget? Target { get; set; }

    /// <summary>The reactor of the loop that this end belongs to, or will when it is accepted; null is a peer without a loop.</summary>
    public object? Place => Target is { } target ? target.Place : AcceptedBy?.Place;

    /// <summary>The same of the other end.</summary>
    public object? PeerPlace => _peer?.Place;

    /// <summary>Who will accept this end.</summary>
    public IMemoryTarget? AcceptedBy { get; init; }

    /// <summary>When this end connects: where it waits because the backlog is full.</summary>
    public MemoryBacklog? WaitsAt { get; set; }

    public bool IsClosed { get; private set; }

    public bool IsConnected => _peer is not null;

    /// <summary>Why connecting failed, or what broke the connection.</summary>
    public SocketError Error { get; private set; }

    /// <summary>How many bytes can be received now.</summary>
    public int Available => _arrived;

    /// <summary>The other side has ended its stream, and everything before that was received.</summary>
    public bool IsEnded => _endArrived && _arrived == 0;

    public bool IsReadable => _arrived > 0 || _endArrived || Error != SocketError.Success;

    /// <summary>There is room, by the kernel's measure: a third of what the pipe holds, so that a slow reader does not wake it per byte.</summary>
    public bool IsWritable =>
        Error == SocketError.Success && _peer is { } peer && Room(peer) * 3L >= network.PipeCapacity;

    // What is sent to it goes nowhere.
    private bool TakesNothing => IsClosed || _cut;

    /// <summary>Makes two ends a connection.</summary>
    public static void Join(MemoryEnd client, MemoryEnd server) => (client._peer, server._peer) = (server, client);

    public int Receive(Span<byte> into, out SocketError error)
    {
        var count = Peek(into, out error);
        if (count > 0)
        {
            _inbox.Read(into[..count]);
            _arrived -= count;
            _peer!.Changed();
        }

        return count;
    }

    public int Peek(Span<byte> into, out SocketError error)
    {
        if (_arrived > 0 && !IsClosed)
        {
            error = SocketError.Success;
            var count = Math.Min(into.Length, _arrived);
            _inbox.Copy(into[..count]);
            return count;
        }

        error = IsClosed ? SocketError.NotConnected
            : _endArrived ? SocketError.Success
            : Error != SocketError.Success ? Error
            : SocketError.WouldBlock;
        return error == SocketError.Success ? 0 : -1;
    }

    public int Send(ReadOnlySpan<byte> data, out SocketError error)
    {
        error = IsClosed ? SocketError.NotConnected : _sendEnded ? SocketError.Shutdown : Error;
        if (error != SocketError.Success || data.IsEmpty)
        {
            return 0;
        }

        var room = _peer is null ? 0 : Room(_peer);
        if (room == 0)
        {
            error = SocketError.WouldBlock;
            return 0;
        }

        return SendTo(_peer!, data[..Math.Min(data.Length, room)]);
    }

    /// <summary>Ends a connection that nobody has heard of: a close with something unread would be a reset.</summary>
    public void EndAtOnce()
    {
        Span<byte> sent = stackalloc byte[4096];
        EndSending();
        while (Receive(sent, out _) > 0)
        {
        }

        Close(abortive: false);
    }

    /// <summary>Ends the own direction, behind everything that was sent.</summary>
    public void EndSending()
    {
        if (IsClosed || _sendEnded)
        {
            return;
        }

        _sendEnded = true;
        if (_peer is { TakesNothing: false } peer)
        {
            network.Deliver(peer, DeliveryKind.End);
        }
    }

    /// <summary>As TCP does it: unread input makes it a reset, because the other side would believe that it was read.</summary>
    public void Close(bool abortive)
    {
        if (IsClosed)
        {
            return;
        }

        if (_peer is { } peer)
        {
            if (abortive || _inbox.Count > 0)
            {
                peer.Cut();
            }
            else if (!_cut)
            {
                EndSending();
            }

            network.Closed(peer.IsClosed);
        }

        IsClosed = true;
        WaitsAt?.Forget(this);
        _inbox.Clear();
        _arrived = 0;
        _peer?.Changed();
    }

    private int Room(MemoryEnd peer) => network.PipeCapacity - peer._inbox.Count - peer._lost;

    private int SendTo(MemoryEnd peer, ReadOnlySpan<byte> data)
    {
        if (peer.TakesNothing)
        {
            // As TCP does: the bytes are taken, nobody is there, and a reset comes back.
            peer._lost += data.Length;
            Cut();
        }
        else if (network.Dice.Resets())
        {
            peer.Cut();
            Cut();
        }
        else
        {
            peer._inbox.Write(data);
            network.Deliver(peer, DeliveryKind.Data, data.Length);
        }

        return data.Length;
    }
}
