using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>The epoll descriptor, and who is behind each descriptor registered with it.</summary>
/// <remarks>
/// The kernel carries a slot's index and its generation with each event. A slot's generation grows when its target leaves, so an event
/// that was fetched before the target left finds nobody, even if the slot or the descriptor has a new user already.
/// </remarks>
internal sealed unsafe class EpollSet
{
    private const int Capacity = 512;
    private const int FirstSlots = 64;
    private const int Add = 1;
    private const int Delete = 2;
    private const int Modify = 3;

    private readonly EpollEntries _ready = new(Capacity);
    private readonly EpollEntries _change = new(1);
    private readonly Stack<int> _free = new(FirstSlots);
    private readonly int _epoll;
    private Slot[] _slots = new Slot[FirstSlots];
    private int _used;

    public EpollSet()
    {
        _epoll = Libc.CreateEpoll(LinuxSocket.CloseOnExec);
        if (_epoll < 0)
        {
            throw new SocketException((int)Errno.ToSocketError(Marshal.GetLastPInvokeError()));
        }
    }

    /// <summary>Gives a target a slot. It is registered with the kernel by its first <see cref="Watch"/>.</summary>
    public int Join(IEpollTarget target)
    {
        if (!_free.TryPop(out var slot))
        {
            if (_used == _slots.Length)
            {
                Grow();
            }

            slot = _used++;
        }

        _slots[slot].Target = target;
        return slot;
    }

    /// <summary>Takes the slot back; closing the descriptor is what takes it out of the kernel's set.</summary>
    public void Leave(int slot)
    {
        ref var entry = ref _slots[slot];
        entry = new Slot { Generation = entry.Generation + 1 };
        _free.Push(slot);
    }

    /// <summary>Sets what is asked of the kernel; a call only when that changes.</summary>
    /// <exception cref="SocketException">The kernel has no room for one more registration.</exception>
    public void Watch(int slot, int fd, EpollFlags flags)
    {
        var error = TryWatch(slot, fd, flags);
        if (error != SocketError.Success)
        {
            throw new SocketException((int)error);
        }
    }

    /// <summary>As Watch, with the error as a value.</summary>
    public SocketError TryWatch(int slot, int fd, EpollFlags flags)
    {
        ref var entry = ref _slots[slot];
        if (entry.IsRegistered && entry.Flags == flags)
        {
            return SocketError.Success;
        }

        _change.Set(0, flags, ((ulong)entry.Generation << 32) | (uint)slot);
        if (Libc.ControlEpoll(_epoll, entry.IsRegistered ? Modify : Add, fd, _change.Pointer) != 0)
        {
            return Errno.ToSocketError(Marshal.GetLastSystemError());
        }

        entry.IsRegistered = true;
        entry.Flags = flags;
        return SocketError.Success;
    }

    /// <summary>Takes the descriptor out of the kernel's set: Error and HangUp cannot be unasked. A later Watch puts it back.</summary>
    public void Unwatch(int slot, int fd)
    {
        if (!_slots[slot].IsRegistered)
        {
            return;
        }

        _slots[slot].IsRegistered = false;
        _ = Libc.ControlEpoll(_epoll, Delete, fd, _change.Pointer);
    }

    /// <summary>Waits and returns how many entries are ready for <see cref="Target"/>.</summary>
    public int Wait(int milliseconds)
    {
        var deadline = milliseconds > 0 ? Environment.TickCount64 + milliseconds : 0;
        while (true)
        {
            var count = milliseconds == 0
                ? Libc.PollEpoll(_epoll, _ready.Pointer, Capacity, 0)
                : Libc.WaitEpoll(_epoll, _ready.Pointer, Capacity, milliseconds);
            if (count >= 0)
            {
                return count;
            }
            // The runtime itself sends signals to its threads.
            var errno = milliseconds == 0 ? Marshal.GetLastSystemError() : Marshal.GetLastPInvokeError();
            if (errno != Errno.Interrupted)
            {
                throw new SocketException((int)Errno.ToSocketError(errno));
            }

            if (milliseconds > 0)
            {
                milliseconds = (int)Math.Max(0, deadline - Environment.TickCount64);
            }
        }
    }

    /// <summary>Who is ready at this place of the last Wait; null when it has left since.</summary>
    public IEpollTarget? Target(int index, out EpollFlags flags)
    {
        var data = _ready.Get(index, out flags);
        ref var entry = ref _slots[(uint)data];
        return entry.Generation == (uint)(data >> 32) ? entry.Target : null;
    }

    /// <summary>Closes all targets, then the epoll descriptor.</summary>
    public void Close()
    {
        for (var slot = 0; slot < _used; slot++)
        {
            _slots[slot].Target?.Close();
        }

        _ = Libc.Close(_epoll);
    }

    /// <summary>Makes room for more slots, and at the same time for the day when all are free: leaving must not ask for memory.</summary>
    private void Grow()
    {
        _free.EnsureCapacity(_slots.Length * 2);
        Array.Resize(ref _slots, _slots.Length * 2);
    }

    private struct Slot
    {
        public IEpollTarget? Target;
        public uint Generation;
        public EpollFlags Flags;
        public bool IsRegistered;
    }
}
