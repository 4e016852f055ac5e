using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Stream socket of the <see cref="SocketReactor"/>, with readiness emulated by completions.</summary>
/// <remarks>
/// While Read is not watched, a break is noticed only if no unread bytes came before it, because the probe stops at unread bytes.
/// </remarks>
internal sealed partial class SocketStreamLink : StreamLink, ICompletion, IDisposable
{
    private readonly SocketReactor _reactor;
    private readonly Socket _socket;
    private readonly ReadProbe _probe;
    private readonly PendingSend _pending;
    private Interest _interest;
    private bool _connecting;
    private bool _isQueued;

    // Inside OnReadable; the probe starts afterwards, when the owner has received the bytes.
    private bool _isReading;

    // No probe until Read is watched again: the probe found unread bytes, or the owner was told of the break.
    private bool _isUnread;
    private bool _isBroken;
    private bool _sendEnded;

    // A failed operation cleared the error of the socket; Receive and Send must still return it.
    private SocketError _foundError;

    public SocketStreamLink(SocketReactor reactor, Socket socket)
    {
        _reactor = reactor;
        _socket = socket;
        _socket.Blocking = false;
        _socket.SendAtOnce();
        _probe = new ReadProbe(this, reactor.Queue);
        _pending = new PendingSend(this, reactor.Queue);
    }

    public override bool IsPending => _pending.InFlight;

    object? ICompletion.Owner => Owner;

    public override int Receive(Span<byte> into, out SocketError error, bool peeks = false)
    {
        ArgumentOutOfRangeException.ThrowIfZero(into.Length);
        error = SocketError.NotConnected;
        if (IsClosed)
        {
            return -1;
        }

        var count = _socket.Receive(into, peeks ? SocketFlags.Peek : SocketFlags.None, out error);
        if (error == SocketError.Success && count > 0)
        {
            return count;
        }

        if (_foundError != SocketError.Success)
        {
            error = _foundError;
        }

        if (error == SocketError.Success)
        {
            return 0;
        }

        _isBroken |= error != SocketError.WouldBlock;
        return -1;
    }

    public override int Send(ReadOnlySpan<byte> data, out SocketError error)
    {
        error = IsClosed ? SocketError.NotConnected
            : _sendEnded ? SocketError.Shutdown
            : IsPending ? SocketError.WouldBlock
            : _foundError;
        if (error != SocketError.Success || data.IsEmpty)
        {
            return 0;
        }

        var count = _socket.Send(data, SocketFlags.None, out error);
        if (error is not (SocketError.Success or SocketError.WouldBlock))
        {
            // The runtime maps EPIPE to Shutdown; here the peer ended the connection.
            if (error == SocketError.Shutdown)
            {
                error = SocketError.ConnectionReset;
            }

            _isBroken = true;
            return 0;
        }

        error = SocketError.Success;
        return count == data.Length ? count : count + _pending.Start(_socket, data[count..]);
    }

    public override void Watch(Interest interest)
    {
        if (_interest == interest || IsClosed)
        {
            return;
        }

        _interest = interest;
        if (!_connecting)
        {
            Look();
        }
    }

    public override void Configure(in LinkOptions options)
    {
        if (!IsClosed)
        {
            _socket.Configure(in options);
        }
    }

    public override void ShutdownSend()
    {
        if (IsClosed || _sendEnded)
        {
            return;
        }

        _sendEnded = true;
        if (!IsPending)
        {
            _socket.EndSend();
        }
    }

    public override void Abort() => Close(abortive: true);

    public override void Close() => Close(abortive: false);

    /// <summary>Starts connecting; <see cref="FinishConnect"/> follows on the loop.</summary>
    public void Connect(EndPoint remote, ILinkEvents owner)
    {
        RemoteEndPoint = remote;
        Owner = owner;
        _connecting = true;
        new ConnectOperation(this, _reactor.Queue).Start(_socket, remote);
    }

    public override IDisposable Detach()
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        if (_probe.InFlight || IsPending)
        {
            throw new InvalidOperationException("An operation of the socket is in flight.");
        }

        IsClosed = true;
        _reactor.Forget(this);
        _probe.Dispose();
        _pending.Dispose();
        return _socket;
    }

    void IDisposable.Dispose() => Close();

    public override UnixCredentials? ReadCredentials() =>
        IsClosed || !OperatingSystem.IsLinux() ? null : NativeSocket.Credentials(_socket.Handle.ToInt32());

    protected override EndPoint? ReadLocalEndPoint() => IsClosed ? null : _socket.LocalEndPoint;

    protected override EndPoint? ReadRemoteEndPoint() => IsClosed ? null : _socket.Peer();

    private void Close(bool abortive)
    {
        if (IsClosed)
        {
            return;
        }

        IsClosed = true;
        _reactor.Forget(this);
        // A stream that loses its pending bytes must not look complete to the peer.
        if (abortive || IsPending)
        {
            _socket.Close(0);
        }
        else
        {
            // On Unix, a close that cancels the probe becomes a reset in the runtime, unless the sending side was shut down before.
            if (!_connecting)
            {
                _socket.EndSend();
            }

            _socket.Dispose();
        }

        _probe.Drop();
        _pending.Drop();
    }
}
