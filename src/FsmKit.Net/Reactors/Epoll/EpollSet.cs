using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Epoll descriptor, with the targets of the registered descriptors.</summary>
/// <remarks>
/// Each event of the kernel carries the index and the generation of a slot. The generation grows when a target leaves its slot. An event fetched
/// before the target left then finds no target, even if the slot or the descriptor already has a new user.
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

    /// <summary>Gives a target a slot and returns its index. The first <see cref="Watch"/> registers the target with the kernel.</summary>
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

        Debug.Assert(_slots[slot].Target is null, "A slot has one target.");
        _slots[slot].Target = target;
        return slot;
    }

    /// <summary>Frees a slot. The close of the descriptor removes it from the kernel's set.</summary>
    public void Leave(int slot)
    {
        ref var entry = ref _slots[slot];
        Debug.Assert(entry.Target is not null, "A target leaves its slot once.");
        entry = new Slot { Generation = entry.Generation + 1 };
        _free.Push(slot);
    }

    /// <summary>Sets the requested flags. Makes a system call only after a change.</summary>
    /// <exception cref="SocketException">The kernel cannot register one more descriptor.</exception>
    public void Watch(int slot, int fd, EpollFlags flags)
    {
        var error = TryWatch(slot, fd, flags);
        if (error != SocketError.Success)
        {
            throw new SocketException((int)error);
        }
    }

    /// <summary>Sets the requested flags as <see cref="Watch"/> does, and returns the error.</summary>
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

    /// <summary>Removes the descriptor from the kernel's set, the only way to stop Error and HangUp. A later Watch adds it again.</summary>
    public void Unwatch(int slot, int fd)
    {
        if (!_slots[slot].IsRegistered)
        {
            return;
        }

        _slots[slot].IsRegistered = false;
        _ = Libc.ControlEpoll(_epoll, Delete, fd, _change.Pointer);
    }

    /// <summary>Waits and returns the number of ready entries for <see cref="Target"/>. Milliseconds; 0 does not wait, -1 has no limit.</summary>
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
            // EINTR: the runtime itself sends signals to its threads.
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

    /// <summary>Returns the ready target at an index of the last Wait; null if the target has left since.</summary>
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

    /// <summary>Doubles the slots, and the capacity of the free list with them, so that <see cref="Leave"/> never allocates.</summary>
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
