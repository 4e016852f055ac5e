using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Connections that come from elsewhere.</content>
public partial class GSock
{
    /// <summary>
    /// Creates a gsock from a connected socket. The gsock owns the socket from then on. <see cref="EvConnected"/> is published inside this
    /// call; with <see cref="SslOptions"/>, after the handshake. Must be called on the loop's thread.
    /// </summary>
    /// <param name="parent">The parent of the new gsock.</param>
    /// <param name="socket">A connected socket without a pending operation.</param>
    /// <param name="name">The name of the gsock; null for none.</param>
    /// <param name="configure">Sets the parameters of the gsock before its start; null sets none.</param>
    /// <returns>The new gsock.</returns>
    /// <exception cref="SocketException">The system has no descriptor left. No gsock is created, and the socket is unchanged.</exception>
    /// <exception cref="GObjException">The calling thread is not the loop's, or <paramref name="parent"/> is destroyed.</exception>
    public static GSock Adopt(GObj parent, Socket socket, string? name = null, Action<GSock>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(socket);
        var gsock = parent.Create(name, configure);
        StreamLink link;
        try
        {
            link = NetReactor.Of(parent.Gaplic).Attach(socket);
        }
        catch
        {
            gsock.Destroy();
            throw;
        }

        gsock.Accept(link, server: null);
        return gsock;
    }
}
