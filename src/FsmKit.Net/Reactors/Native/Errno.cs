using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Error numbers of Linux, and their .NET equivalents.</summary>
internal static class Errno
{
    public const int Interrupted = 4;
    public const int Again = 11;
    public const int BrokenPipe = 32;
    public const int Protocol = 71;
    public const int ConnectionAborted = 103;
    public const int InProgress = 115;

    public static SocketError ToSocketError(int errno) => errno switch
    {
        0 => SocketError.Success,
        1 /* EPERM */ or 13 /* EACCES */ or 30 /* EROFS */ => SocketError.AccessDenied,
        2 /* ENOENT */ => SocketError.AddressNotAvailable, // the path of a Unix socket does not exist
        Interrupted => SocketError.Interrupted,
        9 /* EBADF */ => SocketError.NotConnected, // only a closed link calls with descriptor -1
        Again => SocketError.WouldBlock,
        12 /* ENOMEM */ or 28 /* ENOSPC */ or 105 /* ENOBUFS */ => SocketError.NoBufferSpaceAvailable,
        22 /* EINVAL */ => SocketError.InvalidArgument,
        23 /* ENFILE */ or 24 /* EMFILE */ => SocketError.TooManyOpenSockets,
        BrokenPipe or 104 /* ECONNRESET */ => SocketError.ConnectionReset,
        88 /* ENOTSOCK */ => SocketError.NotSocket,
        91 /* EPROTOTYPE */ => SocketError.ProtocolType,
        92 /* ENOPROTOOPT */ => SocketError.ProtocolOption,
        93 /* EPROTONOSUPPORT */ => SocketError.ProtocolNotSupported,
        95 /* EOPNOTSUPP */ => SocketError.OperationNotSupported,
        97 /* EAFNOSUPPORT */ => SocketError.AddressFamilyNotSupported,
        98 /* EADDRINUSE */ => SocketError.AddressAlreadyInUse,
        99 /* EADDRNOTAVAIL */ => SocketError.AddressNotAvailable,
        64 /* ENONET */ or 100 /* ENETDOWN */ => SocketError.NetworkDown,
        101 /* ENETUNREACH */ => SocketError.NetworkUnreachable,
        102 /* ENETRESET */ => SocketError.NetworkReset,
        ConnectionAborted => SocketError.ConnectionAborted,
        106 /* EISCONN */ => SocketError.IsConnected,
        107 /* ENOTCONN */ => SocketError.NotConnected,
        108 /* ESHUTDOWN */ => SocketError.Shutdown,
        110 /* ETIMEDOUT */ => SocketError.TimedOut,
        111 /* ECONNREFUSED */ => SocketError.ConnectionRefused,
        112 /* EHOSTDOWN */ => SocketError.HostDown,
        113 /* EHOSTUNREACH */ => SocketError.HostUnreachable,
        114 /* EALREADY */ => SocketError.AlreadyInProgress,
        InProgress => SocketError.InProgress,
        _ => SocketError.SocketError,
    };
}
