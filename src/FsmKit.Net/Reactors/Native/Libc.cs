using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Functions of Linux's C library for the epoll reactor.</summary>
/// <remarks>
/// Descriptors are non-blocking, so the frequent calls skip the GC transition; <see cref="Marshal.GetLastSystemError"/> reads their errno. The
/// rarer, longer calls make the transition; <see cref="Marshal.GetLastPInvokeError"/> reads their errno.
/// </remarks>
internal static unsafe partial class Libc
{
    private const string Name = "libc";

    [LibraryImport(Name, EntryPoint = "recv")]
    [SuppressGCTransition]
    public static partial nint Receive(int fd, byte* buffer, nint length, int flags);

    [LibraryImport(Name, EntryPoint = "send")]
    [SuppressGCTransition]
    public static partial nint Send(int fd, byte* data, nint length, int flags);

    [LibraryImport(Name, EntryPoint = "sendmsg")]
    [SuppressGCTransition]
    public static partial nint SendMessage(int fd, void* message, int flags);

    [LibraryImport(Name, EntryPoint = "accept4")]
    [SuppressGCTransition]
    public static partial int Accept(int fd, byte* address, int* addressLength, int flags);

    [LibraryImport(Name, EntryPoint = "getsockopt")]
    [SuppressGCTransition]
    public static partial int GetOption(int fd, int level, int option, void* value, int* length);

    [LibraryImport(Name, EntryPoint = "setsockopt", SetLastError = true)]
    public static partial int SetOption(int fd, int level, int option, void* value, int length);

    [LibraryImport(Name, EntryPoint = "socket", SetLastError = true)]
    public static partial int OpenSocket(int family, int type, int protocol);

    [LibraryImport(Name, EntryPoint = "connect", SetLastError = true)]
    public static partial int Connect(int fd, byte* address, int length);

    [LibraryImport(Name, EntryPoint = "bind", SetLastError = true)]
    public static partial int Bind(int fd, byte* address, int length);

    [LibraryImport(Name, EntryPoint = "listen", SetLastError = true)]
    public static partial int Listen(int fd, int backlog);

    [LibraryImport(Name, EntryPoint = "getsockname")]
    public static partial int LocalAddress(int fd, byte* address, int* length);

    [LibraryImport(Name, EntryPoint = "getpeername")]
    public static partial int PeerAddress(int fd, byte* address, int* length);

    [LibraryImport(Name, EntryPoint = "fcntl", SetLastError = true)]
    public static partial int Control(int fd, int command, int argument);

    /// <summary>Reads the soft and the hard limit of a resource.</summary>
    [LibraryImport(Name, EntryPoint = "getrlimit")]
    public static partial int GetLimit(int resource, nuint* limits);

    /// <summary>Reads the status of a file (statx). The layout of the result is the same on every architecture.</summary>
    [LibraryImport(Name, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Status(int directory, string path, int flags, uint mask, byte* answer);

    [LibraryImport(Name, EntryPoint = "shutdown")]
    public static partial int Shutdown(int fd, int how);

    [LibraryImport(Name, EntryPoint = "close")]
    public static partial int Close(int fd);

    [LibraryImport(Name, EntryPoint = "write")]
    public static partial nint Write(int fd, void* data, nint length);
}
