using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Eventfd that wakes a sleeping epoll_wait from another thread.</summary>
internal sealed unsafe class WakeDescriptor : IEpollTarget
{
    private readonly Lock _closing = new();
    private int _fd;
    private int _signalled;

    /// <summary>Registers the eventfd edge-triggered: epoll reports each write once, so the counter need not be read.</summary>
    public WakeDescriptor(EpollSet set)
    {
        _fd = Libc.CreateEvent(0, LinuxSocket.NonBlocking | LinuxSocket.CloseOnExec);
        if (_fd < 0)
        {
            throw new SocketException((int)Errno.ToSocketError(Marshal.GetLastPInvokeError()));
        }

        set.Watch(set.Join(this), _fd, EpollFlags.In | EpollFlags.EdgeTriggered);
    }

    object? IEpollTarget.Owner => null;

    /// <summary>Wakes the loop. Callable from any thread; several signals before the loop runs cost one write.</summary>
    public void Signal()
    {
        if (Interlocked.Exchange(ref _signalled, 1) != 0)
        {
            return;
        }
        // The number of a closed descriptor may already belong to other code.
        lock (_closing)
        {
            ulong one = 1;
            if (_fd >= 0)
            {
                _ = Libc.Write(_fd, &one, sizeof(ulong));
            }
        }
    }

    /// <summary>Allows the next signal before Wait returns. Interlocked is a full fence: posts before a signal are visible to the loop.</summary>
    public void Ready(EpollFlags flags) => Interlocked.Exchange(ref _signalled, 0);

    public void Close()
    {
        lock (_closing)
        {
            if (_fd >= 0)
            {
                _ = Libc.Close(_fd);
            }

            _fd = -1;
        }
    }
}
