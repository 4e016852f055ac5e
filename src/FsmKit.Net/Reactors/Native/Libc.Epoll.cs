using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <content>The calls that wait: epoll, and the eventfd that wakes it.</content>
internal static unsafe partial class Libc
{
    [LibraryImport(Name, EntryPoint = "epoll_create1", SetLastError = true)]
    public static partial int CreateEpoll(int flags);

    [LibraryImport(Name, EntryPoint = "epoll_ctl")]
    [SuppressGCTransition]
    public static partial int ControlEpoll(int epoll, int operation, int fd, byte* entry);

    /// <summary>For a timeout of 0 only: the thread stays in GC's way for the length of the call.</summary>
    [LibraryImport(Name, EntryPoint = "epoll_wait")]
    [SuppressGCTransition]
    public static partial int PollEpoll(int epoll, byte* entries, int capacity, int timeout);

    /// <summary>May sleep, so the GC transition is made; errno has to survive it.</summary>
    [LibraryImport(Name, EntryPoint = "epoll_wait", SetLastError = true)]
    public static partial int WaitEpoll(int epoll, byte* entries, int capacity, int timeout);

    [LibraryImport(Name, EntryPoint = "eventfd", SetLastError = true)]
    public static partial int CreateEvent(uint value, int flags);
}
