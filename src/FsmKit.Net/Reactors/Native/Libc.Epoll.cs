using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <content>Epoll, and the eventfd that wakes it.</content>
internal static unsafe partial class Libc
{
    [LibraryImport(Name, EntryPoint = "epoll_create1", SetLastError = true)]
    public static partial int CreateEpoll(int flags);

    [LibraryImport(Name, EntryPoint = "epoll_ctl")]
    [SuppressGCTransition]
    public static partial int ControlEpoll(int epoll, int operation, int fd, byte* entry);

    /// <summary>Polls; only for a timeout of 0, because the call blocks the garbage collector for its duration.</summary>
    [LibraryImport(Name, EntryPoint = "epoll_wait")]
    [SuppressGCTransition]
    public static partial int PollEpoll(int epoll, byte* entries, int capacity, int timeout);

    /// <summary>Waits with a GC transition, because the call may sleep. SetLastError keeps errno over the transition.</summary>
    [LibraryImport(Name, EntryPoint = "epoll_wait", SetLastError = true)]
    public static partial int WaitEpoll(int epoll, byte* entries, int capacity, int timeout);

    [LibraryImport(Name, EntryPoint = "eventfd", SetLastError = true)]
    public static partial int CreateEvent(uint value, int flags);
}
