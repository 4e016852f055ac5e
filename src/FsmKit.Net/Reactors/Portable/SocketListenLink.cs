using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Listening socket of the <see cref="SocketReactor"/>.</summary>
/// <remarks>A pause leaves one accept in flight, so one connection may be accepted while paused. The link keeps this connection.</remarks>
internal sealed class SocketListenLink : ListenLink, ICompletion, IDisposable
{
    private readonly SocketReactor _reactor;
    private readonly Socket _socket;
    private readonly bool _isShared;
    private readonly AcceptOperation _operation;
    private bool _accepting;

    // An accept has completed, and Accept has not returned its result yet.
    private bool _completed;
    private bool _isQueued;
    private bool _isMarginReached;

    /// <summary>Takes over a listening socket.</summary>
    /// <param name="reactor">The reactor of the link.</param>
    /// <param name="socket">The socket.</param>
    /// <param name="owner">The receiver of the callbacks.</param>
    /// <param name="isShared">Whether other descriptors of the same socket may continue to accept.</param>
    public SocketListenLink(SocketReactor reactor, Socket socket, IListenEvents owner, bool isShared = false)
    {
        _isShared = isShared;
        _reactor = reactor;
        _socket = socket;
        _operation = new AcceptOperation(this, reactor.Queue);
        Owner = owner;
    }

    object? ICompletion.Owner => Owner;

    public override StreamLink? Accept(out SocketError error)
    {
        error = SocketError.WouldBlock;
        if (!IsClosed && _isMarginReached && (_isMarginReached = DescriptorMargin.IsUsedUp(Descriptor(_socket))))
        {
            error = SocketError.TooManyOpenSockets;
            return null;
        }

        if (IsClosed || (!_completed && (_operation.InFlight || !_operation.TryComplete(_socket))))
        {
            return null;
        }

        _completed = false;
        error = _operation.SocketError;
        if (error == SocketError.Success)
        {
            _isMarginReached = OperatingSystem.IsLinux() && DescriptorMargin.Reaches(Descriptor(_operation.AcceptSocket!));
            return _reactor.Adopt(_operation.AcceptSocket!);
        }

        _operation.AcceptSocket?.Dispose();
        return null;
    }

    public override void Watch(bool accepting)
    {
        if (_accepting == accepting || IsClosed)
        {
            return;
        }

        _accepting = accepting;
        Continue();
    }

    /// <summary>Handles a completed accept, on the loop's thread.</summary>
    public void Completed()
    {
        if (IsClosed)
        {
            _operation.AcceptSocket?.EndAtOnce();
            _operation.Dispose();
            return;
        }

        _completed = true;
        TellOwner();
    }

    public override void Close()
    {
        if (IsClosed)
        {
            return;
        }

        IsClosed = true;
        _reactor.Forget(this);
        if (_completed)
        {
            _operation.AcceptSocket?.EndAtOnce();
        }

        if (!_isShared)
        {
            _socket.EndWaiting();
        }

        UnixSocket.Close(_socket);
        _operation.Drop();
    }

    void IDisposable.Dispose() => Close();

    protected override EndPoint? ReadLocalEndPoint() => IsClosed ? null : _socket.LocalEndPoint;

    void ICompletion.Serve()
    {
        _isQueued = false;
        TellOwner();
    }

    private static int Descriptor(Socket socket) => socket.Handle.ToInt32();

    private void TellOwner()
    {
        try
        {
            if (_completed && _accepting && !IsClosed)
            {
                Owner?.OnAcceptable();
            }
        }
        finally
        {
            Continue();
        }
    }

    // Reports an accepted connection again until Accept takes it (level-triggered); otherwise starts the next accept.
    private void Continue()
    {
        if (IsClosed || !_accepting || _operation.InFlight)
        {
            return;
        }

        _completed = _completed || _operation.TryComplete(_socket);
        if (!_completed || _isQueued)
        {
            return;
        }

        _isQueued = true;
        _reactor.Queue.Add(this);
    }
}
