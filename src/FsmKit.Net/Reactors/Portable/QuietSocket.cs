using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Socket operations that return an error, or ignore it, where the socket itself would throw.</summary>
internal static class QuietSocket
{
    /// <summary>Peeks at the input. Returns Success for bytes or the end of the stream, WouldBlock for no input, or the error.</summary>
    public static SocketError Peek(this Socket socket)
    {
        Span<byte> one = stackalloc byte[1];
        _ = socket.Receive(one, SocketFlags.Peek, out var error);
        return error;
    }

    /// <summary>Sets NoDelay. Ignores the failure of some systems on a connection that has ended.</summary>
    public static void SendAtOnce(this Socket socket)
    {
        try
        {
            if (socket.AddressFamily != AddressFamily.Unix)
            {
                socket.NoDelay = true;
            }
        }
        catch (SocketException)
        {
            // Receive reports the end.
        }
    }

    /// <summary>Sets the options that differ from the default. Ignores unsupported options and an ended connection.</summary>
    public static void Configure(this Socket socket, in LinkOptions options)
    {
        if (options.Delays)
        {
            socket.Set(SocketOptionLevel.Tcp, SocketOptionName.NoDelay, 0);
        }

        if (options.KeepAlive > 0)
        {
            socket.Set(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, 1);
            socket.Set(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, LinkOptions.Seconds(options.KeepAlive));
        }

        if (options.KeepAliveInterval > 0)
        {
            socket.Set(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, LinkOptions.Seconds(options.KeepAliveInterval));
        }

        if (options.KeepAliveCount > 0)
        {
            socket.Set(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, options.KeepAliveCount);
        }

        if (options.UserTimeout > 0 && OperatingSystem.IsLinux())
        {
            // System.Net.Sockets has no name for TCP_USER_TIMEOUT.
            socket.SetRaw(LinuxSocket.LevelTcp, LinuxSocket.UserTimeout, options.UserTimeout);
        }
    }

    /// <summary>
    /// Ends the connections in the backlog of a listening socket before its close, as <see cref="NativeSocket.EndWaiting"/> does.
    /// </summary>
    public static void EndWaiting(this Socket listening)
    {
        try
        {
            listening.Blocking = false;
            while (listening.Poll(0, SelectMode.SelectRead))
            {
                listening.Accept().EndAtOnce();
            }
        }
        catch (SocketException)
        {
            // The backlog is empty.
        }
    }

    /// <summary>
    /// Ends an accepted connection before its use, with the end of the stream. Reads the input first, because a close with unread input would be a
    /// reset.
    /// </summary>
    public static void EndAtOnce(this Socket accepted)
    {
        Span<byte> sent = stackalloc byte[4096];
        accepted.Blocking = false;
        accepted.EndSend();
        for (var reads = 64; reads > 0 && accepted.Receive(sent, SocketFlags.None, out _) > 0; reads--)
        {
        }

        accepted.Dispose();
    }

    private static void Set(this Socket socket, SocketOptionLevel level, SocketOptionName name, int value)
    {
        try
        {
            socket.SetSocketOption(level, name, value);
        }
        catch (SocketException)
        {
            // Not TCP, or gone.
        }
    }

    private static void SetRaw(this Socket socket, int level, int name, int value)
    {
        try
        {
            socket.SetRawSocketOption(level, name, MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in value)));
        }
        catch (SocketException)
        {
            // Not TCP, or gone.
        }
    }
}
