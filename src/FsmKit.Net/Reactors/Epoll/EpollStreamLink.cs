using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Stream socket of the <see cref="EpollReactor"/>.</summary>
internal sealed unsafe partial class EpollStreamLink : StreamLink, IEpollTarget
{
    private readonly EpollSet _set;
    private int _fd;
    private readonly int _slot;
    private readonly PackedAddress _peer;
    private Interest _interest;
    private bool _connecting;
    private bool _sendEnded;

    // The owner was told of the failure, by OnBroken or by a result of Receive or Send.
    private bool _broken;

    // Reading the error for OnBroken clears it in the kernel; Receive must still return the error after the last bytes.
    private SocketError _toldError;

    /// <summary>Takes over a descriptor. The first Watch, or <see cref="Connect"/>, registers it.</summary>
    public EpollStreamLink(EpollSet set, int fd)
    {
        _set = set;
        _fd = fd;
        _slot = set.Join(this);
    }

    /// <summary>
    /// Takes over an accepted descriptor with the peer's address from accept: if the peer has already ended the connection, getpeername fails.
    /// </summary>
    public EpollStreamLink(EpollSet set, int fd, ReadOnlySpan<byte> peer)
        : this(set, fd)
    {
        if (!PackedAddress.TryRead(peer, out _peer))
        {
            RemoteEndPoint = NativeAddress.Parse(peer);
        }
    }

    public override bool IsPending => false;

    object? IEpollTarget.Owner => Owner;

    public override int Receive(Span<byte> into, out SocketError error, bool peeks = false)
    {
        ArgumentOutOfRangeException.ThrowIfZero(into.Length);
        nint count;
        var errno = 0;
        fixed (byte* buffer = into)
        {
            do
            {
                count = Libc.Receive(_fd, buffer, into.Length, peeks ? LinuxSocket.Peek : 0);
            }
            while (count < 0 && (errno = Marshal.GetLastSystemError()) == Errno.Interrupted);
        }

        if (count > 0)
        {
            error = SocketError.Success;
            return (int)count;
        }

        error = count == 0 ? _toldError : Errno.ToSocketError(errno);
        if (error == SocketError.Success)
        {
            return 0;
        }

        _broken |= error != SocketError.WouldBlock;
        return -1;
    }

    public override void Watch(Interest interest)
    {
        if (_interest == interest || IsClosed)
        {
            return;
        }

        var before = _interest;
        _interest = interest;
        try
        {
            if (!_connecting)
            {
                Register();
            }
        }
        catch
        {
            // The kernel still watches the previous interest; the next call must repeat the change.
            _interest = before;
            throw;
        }
    }

    public override void Configure(in LinkOptions options)
    {
        if (!IsClosed)
        {
            NativeSocket.Configure(_fd, in options);
        }
    }

    public override void ShutdownSend()
    {
        _sendEnded = true;
        _ = Libc.Shutdown(_fd, LinuxSocket.ShutdownWrite);
    }

    public override void Abort()
    {
        try
        {
            if (!IsClosed)
            {
                NativeSocket.LingerZero(_fd);
            }
        }
        finally
        {
            Close();
        }
    }

    public override void Close()
    {
        if (IsClosed)
        {
            return;
        }

        _ = Libc.Close(_fd);
        _fd = -1;
        IsClosed = true;
        _set.Leave(_slot);
    }

    public override IDisposable Detach()
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        IsClosed = true;
        _set.Unwatch(_slot, _fd);
        _set.Leave(_slot);
        var socket = new SafeSocketHandle(_fd, ownsHandle: true);
        _fd = -1;
        return socket;
    }

    void IEpollTarget.Ready(EpollFlags flags)
    {
        const EpollFlags Ended = EpollFlags.HangUp | EpollFlags.Error;
        if (_connecting)
        {
            FinishConnect(NativeSocket.TakeError(_fd));
            return;
        }

        if ((_interest & Interest.Read) != 0)
        {
            // Also after an error: Receive first returns the bytes before it, then the error.
            if ((flags & (EpollFlags.In | Ended)) != 0)
            {
                Owner?.OnReadable();
            }
        }
        else if ((flags & Ended) != 0 && Break(flags))
        {
            return;
        }

        // The handler may have closed the link or changed what it watches.
        if (!IsClosed && (_interest & Interest.Write) != 0 && (flags & EpollFlags.Out) != 0)
        {
            Owner?.OnWritable();
        }
    }

    /// <summary>Waits for the result of a started connect. Returns an error if the kernel cannot watch the descriptor.</summary>
    public SocketError Connect(EndPoint remote, ILinkEvents owner)
    {
        RemoteEndPoint = remote;
        Owner = owner;
        _connecting = true;
        return _set.TryWatch(_slot, _fd, EpollFlags.Out);
    }

    private void FinishConnect(SocketError error)
    {
        if (error != SocketError.Success)
        {
            Close();
            Owner?.OnConnectFailed(error);
            return;
        }

        _connecting = false;
        try
        {
            Owner?.OnConnected();
        }
        finally
        {
            // Registered only now, so that the connect and the first interest need one system call together.
            if (!IsClosed)
            {
                Register();
            }
        }
    }

    private bool Break(EpollFlags flags)
    {
        var error = NativeSocket.TakeError(_fd);
        if (error == SocketError.Success && (flags & EpollFlags.HangUp) == 0)
        {
            return false; // Receive or Send has already returned the error
        }
        // Error and HangUp are reported for as long as the descriptor is registered, whatever the interest.
        _set.Unwatch(_slot, _fd);
        // After ShutdownSend, a hang-up may be the ordinary end of the peer's stream, which Receive returns.
        var told = _broken || (error == SocketError.Success && _sendEnded);
        _broken = true;
        if (told)
        {
            return true;
        }

        _toldError = error == SocketError.Success ? SocketError.ConnectionReset : error;
        Owner?.OnBroken(_toldError);
        return true;
    }

    private void Register()
    {
        if (_broken && (_interest & Interest.Read) == 0)
        {
            _set.Unwatch(_slot, _fd);
            return;
        }

        var flags = (_interest & Interest.Read) != 0 ? EpollFlags.In : EpollFlags.None;
        if ((_interest & Interest.Write) != 0)
        {
            flags |= EpollFlags.Out;
        }

        _set.Watch(_slot, _fd, flags);
    }

    public override UnixCredentials? ReadCredentials() => IsClosed ? null : NativeSocket.Credentials(_fd);

    protected override EndPoint? ReadLocalEndPoint() => NativeAddress.Local(_fd);

    protected override EndPoint? ReadRemoteEndPoint() => IsClosed ? null : _peer.EndPoint ?? NativeAddress.Peer(_fd);
}
