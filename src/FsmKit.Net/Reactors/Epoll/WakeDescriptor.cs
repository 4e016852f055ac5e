using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>The eventfd that ends a sleeping epoll_wait from another thread.</summary>
internal sealed unsafe class WakeDescriptor : IEpollTarget
{
    private readonly Lock _closing = new();
    private int _fd;
    private int _signalled;

    /// <summary>Registers edge-triggered: each write is told once, so that the counter never has to be read back.</summary>
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

    /// <summary>Many signals before the loop comes round cost one write.</summary>
    public void Signal()
    {
        if (Interlocked.Exchange(ref _signalled, 1) != 0)
        {
            return;
        }
        // A closed descriptor's number may belong to somebody else already.
        lock (_closing)
        {
            ulong one = 1;
            if (_fd >= 0)
            {
                _ = Libc.Write(_fd, &one, sizeof(ulong));
            }
        }
    }

    /// <summary>Open for the next signal before Wait returns. A full fence: what was posted before a signal is seen.</summary>
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
