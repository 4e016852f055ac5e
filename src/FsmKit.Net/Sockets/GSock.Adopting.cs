using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Connections that come from elsewhere.</content>
public partial class GSock
{
    /// <summary>
    /// Creates a gsock out of a connected socket, which the gsock owns from then on. Its <see cref="EvConnected"/> comes inside this call.
    /// Called on the loop's thread.
    /// </summary>
    /// <param name="parent">The gobj below which the gsock is created.</param>
    /// <param name="socket">The socket. No operation may be under way on it.</param>
    /// <param name="name">The name of the gsock, or null for none.</param>
    /// <param name="configure">Writes its parameters.</param>
    /// <exception cref="SocketException">The system has no descriptor left; the socket is as it was, and there is no gsock.</exception>
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
