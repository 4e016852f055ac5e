using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Questions to a socket whose connection may be gone, answered with a value where the socket would throw.</summary>
internal static class QuietSocket
{
    /// <summary>Looks without taking: Success for bytes or an end of stream, WouldBlock for nothing, or what broke it.</summary>
    public static SocketError Peek(this Socket socket)
    {
        Span<byte> one = stackalloc byte[1];
        _ = socket.Receive(one, SocketFlags.Peek, out var error);
        return error;
    }

    /// <summary>Sets NoDelay; some systems refuse it on a connection that is gone already.</summary>
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
            // Receive will tell.
        }
    }

    /// <summary>Sets what is not the default; what the system does not have, or a connection that is gone, is left as it is.</summary>
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
            // System.Net.Sockets has no name for it.
            socket.SetRaw(LinuxSocket.LevelTcp, LinuxSocket.UserTimeout, options.UserTimeout);
        }
    }

    /// <summary>As <see cref="NativeSocket.EndWaiting"/>: ends the connections that wait at a socket which is about to be closed.</summary>
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
            // There is none any more.
        }
    }

    /// <summary>Ends a connection that nobody has heard of: by the end of the stream, which a close with something unread would not be.</summary>
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
