using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>A listening socket that an <see cref="EpollSet"/> watches.</summary>
internal sealed unsafe class EpollListenLink : ListenLink, IEpollTarget
{
    private readonly EpollSet _set;
    private readonly int _slot;
    private readonly string? _file;
    private readonly bool _isShared;
    private int _fd;
    private bool _accepting;

    /// <summary>Takes a listening descriptor over.</summary>
    /// <param name="set">What watches it.</param>
    /// <param name="fd">The descriptor.</param>
    /// <param name="file">The file of a Unix socket, which goes with the link; null leaves it alone.</param>
    /// <param name="owner">Who is told.</param>
    /// <param name="isShared">Others may go on accepting from the same socket.</param>
    public EpollListenLink(EpollSet set, int fd, string? file, IListenEvents owner, bool isShared = false)
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
        while (true)
        {
            var fd = Libc.Accept(_fd, null, null, LinuxSocket.NonBlocking | LinuxSocket.CloseOnExec);
            if (fd >= 0)
            {
                error = SocketError.Success;
                return new EpollStreamLink(_set, fd);
            }

            var errno = Marshal.GetLastSystemError();
            // A connection that was gone before it was accepted is not ours to report: on to the next one.
            if (errno is Errno.Interrupted or Errno.ConnectionAborted or Errno.Protocol)
            {
                continue;
            }

            error = Errno.ToSocketError(errno);
            return null;
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

        // Whoever handed the socket over may still hold it: then closing alone would leave it in the kernel's set.
        _set.Unwatch(_slot, _fd);
        _set.Leave(_slot);
        if (!_isShared)
        {
            NativeSocket.EndWaiting(_fd);
        }

        _ = Libc.Close(_fd);
        _fd = -1;
        UnixFile.Remove(_file);
    }

    protected override EndPoint? ReadLocalEndPoint() => NativeAddress.Local(_fd);
}
