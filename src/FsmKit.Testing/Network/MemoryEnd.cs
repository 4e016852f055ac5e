using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// One end of a connection in a <see cref="MemoryNetwork"/>: the part of a socket that a kernel has. Every call needs the gate of the
/// network.
/// </summary>
internal sealed partial class MemoryEnd(MemoryNetwork network, EndPoint? local, EndPoint? remote)
{
    private readonly ByteRing _inbox = new();
    private MemoryEnd? _peer;

    // The number of bytes of the inbox that have arrived; the rest is under way.
    private int _arrived;

    // Number of bytes sent here after a close or reset. They fill the pipe, so that a sender stops until it learns of the reset.
    private int _lost;
    private bool _endArrived;
    private bool _sendEnded;

    // A reset is under way or has arrived: nothing else arrives any more.
    private bool _cut;

    public EndPoint? Local { get; } = local;

    public EndPoint? Remote { get; } = remote;

    /// <summary>The link on this end, which is told of each possible change. Null for a peer of a test.</summary>
    public IMemoryTarget? Target { get; set; }

    /// <summary>The reactor of the loop that has this end or will accept it; null for a peer without a loop.</summary>
    public object? Place => Target is { } target ? target.Place : AcceptedBy?.Place;

    /// <summary>The reactor of the other end; null for a peer without a loop.</summary>
    public object? PeerPlace => _peer?.Place;

    /// <summary>The listening link that will accept this end; null for the end that connects.</summary>
    public IMemoryTarget? AcceptedBy { get; init; }

    /// <summary>The full backlog where this end waits for room; null otherwise.</summary>
    public MemoryBacklog? WaitsAt { get; set; }

    public bool IsClosed { get; private set; }

    public bool IsConnected => _peer is not null;

    /// <summary>The error of the connect, or of the reset; Success without one.</summary>
    public SocketError Error { get; private set; }

    /// <summary>Number of bytes that can be received now.</summary>
    public int Available => _arrived;

    /// <summary>True when the other side has ended its stream and all bytes before that are received.</summary>
    public bool IsEnded => _endArrived && _arrived == 0;

    public bool IsReadable => _arrived > 0 || _endArrived || Error != SocketError.Success;

    /// <summary>
    /// Whether at least a third of the capacity is free, as a kernel measures it, so that a slow reader does not wake the sender for each
    /// byte.
    /// </summary>
    public bool IsWritable =>
        Error == SocketError.Success && _peer is { } peer && Room(peer) * 3L >= network.PipeCapacity;

    // Bytes that are sent to this end are lost.
    private bool TakesNothing => IsClosed || _cut;

    /// <summary>Connects two ends.</summary>
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

    /// <summary>
    /// Ends a connection that was never accepted. The unread bytes are read first, because a close with unread bytes would be a reset.
    /// </summary>
    public void EndAtOnce()
    {
        Span<byte> sent = stackalloc byte[4096];
        EndSending();
        while (Receive(sent, out _) > 0)
        {
        }

        Close(abortive: false);
    }

    /// <summary>Ends the own direction, after all bytes sent before.</summary>
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

    /// <summary>
    /// Closes this end. Unread input turns the close into a reset (RFC 2525 section 2.17), because the other side would believe that it was
    /// read.
    /// </summary>
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
            // As in TCP, the bytes are taken and a reset comes back.
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
