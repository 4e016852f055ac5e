using System.Net;
using System.Net.Sockets;

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

    /// <summary>Sends the FIN, unless there is nobody to send it to.</summary>
    public static void EndSend(this Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // Not connected any more: Receive tells.
        }
    }

    /// <summary>The peer's address, or null when the connection is gone.</summary>
    public static EndPoint? Peer(this Socket socket)
    {
        try
        {
            return socket.RemoteEndPoint;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
