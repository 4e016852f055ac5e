using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Listening socket of the <see cref="EpollReactor"/>.</summary>
internal sealed unsafe class EpollListenLink : ListenLink, IEpollTarget
{
    private readonly EpollSet _set;
    private readonly int _slot;
    private readonly OwnSocketFile? _file;
    private readonly bool _isShared;
    private int _fd;
    private bool _accepting;
    private bool _isMarginReached;

    /// <summary>Takes over a listening descriptor.</summary>
    /// <param name="set">The set that watches the descriptor.</param>
    /// <param name="fd">The descriptor.</param>
    /// <param name="file">The file of a Unix socket, removed with the link; null for none.</param>
    /// <param name="owner">The receiver of the callbacks.</param>
    /// <param name="isShared">Whether other descriptors of the same socket may continue to accept.</param>
    public EpollListenLink(EpollSet set, int fd, OwnSocketFile? file, IListenEvents owner, bool isShared = false)
    {
        _isShared = isShared;
        _set = set;
        _fd = fd;
        _slot = set.Join(this);
        _file = file;
        Owner = owner;
    }

    object? IEpollTarget.Owner => Owner;

    public override StreamLink? Accept(out SocketError error)
    {
        if (_isMarginReached && (_isMarginReached = DescriptorMargin.IsUsedUp(_fd)))
        {
            error = SocketError.TooManyOpenSockets;
            return null;
        }

        var address = stackalloc byte[NativeAddress.MaxLength];
        while (true)
        {
            var length = NativeAddress.MaxLength;
            var fd = Libc.Accept(_fd, address, &length, LinuxSocket.NonBlocking | LinuxSocket.CloseOnExec);
            if (fd >= 0)
            {
                error = SocketError.Success;
                _isMarginReached = DescriptorMargin.Reaches(fd);
                return Adopt(fd, new ReadOnlySpan<byte>(address, Math.Min(length, NativeAddress.MaxLength)));
            }

            var errno = Marshal.GetLastSystemError();
            // The connection ended before the accept (accept(2)): try the next one.
            if (errno is Errno.Interrupted or Errno.ConnectionAborted or Errno.Protocol)
            {
                continue;
            }

            error = Errno.ToSocketError(errno);
            return null;
        }
    }

    /// <summary>Creates the link of an accepted descriptor; closes the descriptor if that fails.</summary>
    private EpollStreamLink Adopt(int fd, ReadOnlySpan<byte> peer)
    {
        try
        {
            return new EpollStreamLink(_set, fd, peer);
        }
        catch
        {
            _ = Libc.Close(fd);
            throw;
        }
    }

    public override void Watch(bool accepting)
    {
        if (_accepting == accepting || IsClosed)
        {
            return;
        }

        _accepting = accepting;
        _set.Watch(_slot, _fd, accepting ? EpollFlags.In : EpollFlags.None);
    }

    public void Ready(EpollFlags flags)
    {
        if (_accepting)
        {
            Owner?.OnAcceptable();
        }
    }

    public override void Close()
    {
        if (IsClosed)
        {
            return;
        }

        IsClosed = true;

        // Another descriptor may hold the socket open; then a close alone would leave the socket in the kernel's set.
        _set.Unwatch(_slot, _fd);
        _set.Leave(_slot);
        if (!_isShared)
        {
            NativeSocket.EndWaiting(_fd);
        }

        _ = Libc.Close(_fd);
        _fd = -1;
        _file?.Remove();
    }

    protected override EndPoint? ReadLocalEndPoint() => NativeAddress.Local(_fd);
}
