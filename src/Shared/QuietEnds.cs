using System.Net;
using System.Net.Sockets;

namespace FsmKit;

/// <summary>The two ends of a socket whose connection may be gone, without an exception for that.</summary>
internal static class QuietEnds
{
    /// <summary>Sends the FIN; does nothing when the connection is gone.</summary>
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

    /// <summary>Returns the peer's address; null when the connection is gone.</summary>
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
