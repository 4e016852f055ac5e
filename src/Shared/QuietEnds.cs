using System.Net;
using System.Net.Sockets;

namespace FsmKit;

/// <summary>Socket operations that do not throw when the connection has ended.</summary>
internal static class QuietEnds
{
    /// <summary>Shuts down the sending side; does nothing if the connection has ended.</summary>
    public static void EndSend(this Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The connection has ended; Receive reports it.
        }
    }

    /// <summary>Returns the peer's address; null if the connection has ended.</summary>
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
