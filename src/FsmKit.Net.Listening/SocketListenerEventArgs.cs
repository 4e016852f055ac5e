using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <summary>What a <see cref="SocketListener"/> tells while it adds a socket.</summary>
public sealed class SocketListenerEventArgs(SocketListenerEvent happening, Socket socket) : EventArgs
{
    /// <summary>What happens.</summary>
    public SocketListenerEvent Event { get; } = happening;

    /// <summary>The socket that it happens to.</summary>
    public Socket Socket { get; } = socket;
}
