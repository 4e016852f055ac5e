using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Opens and configures descriptors: the infrequent calls. Errors are return values.</summary>
internal static unsafe class NativeSocket
{
    private const int OpenFlags = LinuxSocket.TypeStream | LinuxSocket.NonBlocking | LinuxSocket.CloseOnExec;

    /// <summary>Opens a descriptor and starts its connect. Success also means that the connect is in progress.</summary>
    public static SocketError Connect(EndPoint remote, out int fd)
    {
        var error = Open(remote, out fd, out var address);
        if (error != SocketError.Success)
        {
            return error;
        }

        fixed (byte* raw = address)
        {
            if (Libc.Connect(fd, raw, address.Length) == 0)
            {
                return SocketError.Success;
            }
        }

        var errno = Marshal.GetLastPInvokeError();
        // An interrupted connect continues by itself, like one in progress (connect(2)).
        if (errno is Errno.InProgress or Errno.Interrupted)
        {
            return SocketError.Success;
        }
        // EAGAIN comes only from a Unix socket with a full backlog. No event reports when the backlog has room, so the connect fails.
        error = errno == Errno.Again ? SocketError.ConnectionRefused : Errno.ToSocketError(errno);
        Drop(ref fd);
        return error;
    }

    /// <summary>Opens a descriptor and binds it.</summary>
    public static SocketError Bind(EndPoint local, bool reusePort, out int fd)
    {
        var error = Open(local, out fd, out var address);
        if (error != SocketError.Success)
        {
            return error;
        }

        var done = Prepare(fd, local, reusePort);
        fixed (byte* raw = address)
        {
            done = done && Libc.Bind(fd, raw, address.Length) == 0;
        }

        return done ? SocketError.Success : Fail(ref fd);
    }

    /// <summary>Listens on a descriptor; closes it after a failure.</summary>
    public static SocketError Listen(int fd, int backlog) => Libc.Listen(fd, backlog) == 0 ? SocketError.Success : Fail(ref fd);

    /// <summary>
    /// Ends the connections in the backlog of a listening descriptor before its close. The close would reset these connections, although their
    /// clients are connected. So a client reads the end of the stream instead, and knows that its request was not processed.
    /// </summary>
    public static void EndWaiting(int listening)
    {
        const int Most = 16 * 1024;
        Span<byte> sent = stackalloc byte[4096];
        for (var left = Most; left > 0; left--)
        {
            var fd = Libc.Accept(listening, null, null, LinuxSocket.NonBlocking | LinuxSocket.CloseOnExec);
            if (fd < 0)
            {
                if (Marshal.GetLastSystemError() is Errno.Interrupted or Errno.ConnectionAborted or Errno.Protocol)
                {
                    continue;
                }

                return;
            }

            // The input is read first: a close with unread input would be a reset too (RFC 2525 section 2.17).
            _ = Libc.Shutdown(fd, LinuxSocket.ShutdownWrite);
            fixed (byte* buffer = sent)
            {
                for (var reads = 64; reads > 0 && Libc.Receive(fd, buffer, sent.Length, 0) > 0; reads--)
                {
                }
            }

            _ = Libc.Close(fd);
        }
    }

    /// <summary>Takes the descriptor from its handle, which becomes invalid.</summary>
    public static int Take(SafeSocketHandle handle)
    {
        var fd = (int)handle.DangerousGetHandle();
        handle.SetHandleAsInvalid();
        return fd;
    }

    /// <summary>
    /// Takes over a socket of the runtime, by a duplicate of its descriptor because the runtime does not release the original. The socket is
    /// disposed, unless the call fails. Of a Unix socket only the handle is disposed, because disposing the socket would delete its file.
    /// </summary>
    [SuppressMessage("Usage", "CA1816", Justification = "What the finalizer would do is what must not be done.")]
    public static int Take(Socket socket)
    {
        var fd = Libc.Control(socket.Handle.ToInt32(), LinuxSocket.DuplicateCloseOnExec, 0);
        if (fd < 0)
        {
            throw new SocketException((int)Errno.ToSocketError(Marshal.GetLastPInvokeError()));
        }

        // Both descriptors share one blocking mode, so the mode is set after the runtime has released the socket.
        if (socket.AddressFamily == AddressFamily.Unix)
        {
            socket.SafeHandle.Dispose();
            GC.SuppressFinalize(socket);
        }
        else
        {
            socket.Dispose();
        }

        _ = Libc.Control(fd, LinuxSocket.SetStatusFlags, LinuxSocket.NonBlocking);
        if (socket.AddressFamily != AddressFamily.Unix)
        {
            _ = Set(fd, LinuxSocket.LevelTcp, LinuxSocket.NoDelay, 1);
        }

        return fd;
    }

    /// <summary>Returns the pending error of a socket (SO_ERROR) and clears it.</summary>
    public static SocketError TakeError(int fd)
    {
        int value;
        var length = sizeof(int);
        return Libc.GetOption(fd, LinuxSocket.LevelSocket, LinuxSocket.PendingError, &value, &length) == 0
            ? Errno.ToSocketError(value)
            : SocketError.SocketError;
    }

    /// <summary>Returns the credentials of the peer of a Unix socket; null for another socket.</summary>
    public static UnixCredentials? Credentials(int fd)
    {
        var value = stackalloc int[] { 0, 0, 0 };
        var length = 3 * sizeof(int);
        return Libc.GetOption(fd, LinuxSocket.LevelSocket, LinuxSocket.PeerCredentials, value, &length) == 0 && value[0] != 0
            ? new UnixCredentials(value[0], (uint)value[1], (uint)value[2])
            : null;
    }

    /// <summary>Makes the next close send a reset.</summary>
    public static void LingerZero(int fd)
    {
        var linger = stackalloc int[] { 1, 0 }; // on, for no seconds
        _ = Libc.SetOption(fd, LinuxSocket.LevelSocket, LinuxSocket.Linger, linger, 2 * sizeof(int));
    }

    /// <summary>Sets the options that differ from the default. Has no effect on a socket that is not TCP.</summary>
    public static void Configure(int fd, in LinkOptions options)
    {
        SetUnlessZero(fd, LinuxSocket.LevelSocket, LinuxSocket.KeepAlive, options.KeepAlive > 0 ? 1 : 0);
        SetUnlessZero(fd, LinuxSocket.LevelTcp, LinuxSocket.KeepAliveIdle, LinkOptions.Seconds(options.KeepAlive));
        SetUnlessZero(fd, LinuxSocket.LevelTcp, LinuxSocket.KeepAliveInterval, LinkOptions.Seconds(options.KeepAliveInterval));
        SetUnlessZero(fd, LinuxSocket.LevelTcp, LinuxSocket.KeepAliveCount, options.KeepAliveCount);
        SetUnlessZero(fd, LinuxSocket.LevelTcp, LinuxSocket.UserTimeout, options.UserTimeout);
        if (options.Delays)
        {
            _ = Set(fd, LinuxSocket.LevelTcp, LinuxSocket.NoDelay, 0);
        }
    }

    private static SocketError Open(EndPoint endPoint, out int fd, out ReadOnlySpan<byte> address)
    {
        fd = -1;
        address = default;
        if (endPoint is not (IPEndPoint or UnixDomainSocketEndPoint or UnixNameEndPoint))
        {
            return SocketError.AddressFamilyNotSupported; // a host name: the reactor does not resolve names
        }

        var serialized = endPoint.Serialize();
        address = serialized.Buffer.Span[..serialized.Size];
        fd = Libc.OpenSocket(BitConverter.ToUInt16(address), OpenFlags, 0);
        if (fd < 0)
        {
            return Errno.ToSocketError(Marshal.GetLastPInvokeError());
        }
        // Accepted sockets inherit TCP_NODELAY from their listener, so an accept needs no extra call.
        if (endPoint.AddressFamily != AddressFamily.Unix)
        {
            _ = Set(fd, LinuxSocket.LevelTcp, LinuxSocket.NoDelay, 1);
        }

        return SocketError.Success;
    }

    // Without ReuseAddress a restarted server would have to wait for the TIME_WAIT of its old connections. "::" also takes IPv4; other
    // IPv6 addresses do not.
    private static bool Prepare(int fd, EndPoint local, bool reusePort) =>
        (local.AddressFamily == AddressFamily.Unix || Set(fd, LinuxSocket.LevelSocket, LinuxSocket.ReuseAddress, 1))
        && (!reusePort || Set(fd, LinuxSocket.LevelSocket, LinuxSocket.ReusePort, 1))
        && (local is not IPEndPoint { AddressFamily: AddressFamily.InterNetworkV6 } v6
            || Set(fd, LinuxSocket.LevelIPv6, LinuxSocket.V6Only, v6.Address.Equals(IPAddress.IPv6Any) ? 0 : 1));

    private static bool Set(int fd, int level, int option, int value) => Libc.SetOption(fd, level, option, &value, sizeof(int)) == 0;

    private static void SetUnlessZero(int fd, int level, int option, int value)
    {
        if (value != 0)
        {
            _ = Set(fd, level, option, value);
        }
    }

    private static SocketError Fail(ref int fd)
    {
        var error = Errno.ToSocketError(Marshal.GetLastPInvokeError());
        Drop(ref fd);
        return error;
    }

    private static void Drop(ref int fd)
    {
        _ = Libc.Close(fd);
        fd = -1;
    }
}
