using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Opens and configures descriptors: the rare calls, each with its error as a value.</summary>
internal static unsafe class NativeSocket
{
    private const int OpenFlags = LinuxSocket.TypeStream | LinuxSocket.NonBlocking | LinuxSocket.CloseOnExec;

    /// <summary>Opens a descriptor and starts its connect; Success also stands for "under way".</summary>
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
        // An interrupted connect goes on by itself, like one in progress.
        if (errno is Errno.InProgress or Errno.Interrupted)
        {
            return SocketError.Success;
        }
        // Only a Unix socket answers so: the listener's backlog is full, and no event would tell when it no longer is.
        error = errno == Errno.Again ? SocketError.ConnectionRefused : Errno.ToSocketError(errno);
        Drop(ref fd);
        return error;
    }

    /// <summary>Opens and binds.</summary>
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

    /// <summary>Listens; closes the descriptor when that fails.</summary>
    public static SocketError Listen(int fd, int backlog) => Libc.Listen(fd, backlog) == 0 ? SocketError.Success : Fail(ref fd);

    /// <summary>
    /// Ends the connections that wait at a listening descriptor which is about to be closed: the close would reset them, although their
    /// clients are connected and have done nothing wrong. A client reads the end of the stream, and knows that nothing of its request was done.
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

            // What a client has sent is taken out: a close with something unread would be a reset, too.
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

    /// <summary>Takes the descriptor out of its handle.</summary>
    public static int Take(SafeSocketHandle handle)
    {
        var fd = (int)handle.DangerousGetHandle();
        handle.SetHandleAsInvalid();
        return fd;
    }

    /// <summary>
    /// Takes a socket over from the runtime, which does not let go of its descriptor: by a duplicate of it. The socket is disposed, unless that
    /// fails; a bound Unix socket only loses its descriptor, because disposing it would delete its file.
    /// </summary>
    [SuppressMessage("Usage", "CA1816", Justification = "What the finalizer would do is what must not be done.")]
    public static int Take(Socket socket)
    {
        var fd = Libc.Control(socket.Handle.ToInt32(), LinuxSocket.DuplicateCloseOnExec, 0);
        if (fd < 0)
        {
            throw new SocketException((int)Errno.ToSocketError(Marshal.GetLastPInvokeError()));
        }

        // Both share one mode of blocking: it is set when the runtime can no longer change it.
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

    /// <summary>Takes the error that waits at a socket; reading it clears it.</summary>
    public static SocketError TakeError(int fd)
    {
        int value;
        var length = sizeof(int);
        return Libc.GetOption(fd, LinuxSocket.LevelSocket, LinuxSocket.PendingError, &value, &length) == 0
            ? Errno.ToSocketError(value)
            : SocketError.SocketError;
    }

    /// <summary>Who is at the other end of a Unix socket; null of any other.</summary>
    public static UnixCredentials? Credentials(int fd)
    {
        var value = stackalloc int[] { 0, 0, 0 };
        var length = 3 * sizeof(int);
        return Libc.GetOption(fd, LinuxSocket.LevelSocket, LinuxSocket.PeerCredentials, value, &length) == 0 && value[0] != 0
            ? new UnixCredentials(value[0], (uint)value[1], (uint)value[2])
            : null;
    }

    /// <summary>Makes the coming close a reset.</summary>
    public static void LingerZero(int fd)
    {
        var linger = stackalloc int[] { 1, 0 }; // on, for no seconds
        _ = Libc.SetOption(fd, LinuxSocket.LevelSocket, LinuxSocket.Linger, linger, 2 * sizeof(int));
    }

    /// <summary>Sets what is not the default; a socket that is not TCP refuses, and stays as it is.</summary>
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
            return SocketError.AddressFamilyNotSupported; // a name: resolving is not the reactor's
        }

        var serialized = endPoint.Serialize();
        address = serialized.Buffer.Span[..serialized.Size];
        fd = Libc.OpenSocket(BitConverter.ToUInt16(address), OpenFlags, 0);
        if (fd < 0)
        {
            return Errno.ToSocketError(Marshal.GetLastPInvokeError());
        }
        // An accepted socket inherits it from its listener, so that accepting costs no call for it.
        if (endPoint.AddressFamily != AddressFamily.Unix)
        {
            _ = Set(fd, LinuxSocket.LevelTcp, LinuxSocket.NoDelay, 1);
        }

        return SocketError.Success;
    }

    // Without ReuseAddress a restarted server would wait for its old connections' TIME_WAIT. "::" takes IPv4 too, other IPv6 not.
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
