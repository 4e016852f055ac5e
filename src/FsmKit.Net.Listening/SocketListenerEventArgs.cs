using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <summary>Data of <see cref="SocketListener.ListenerEvent"/>: a step of a socket that is being added.</summary>
public sealed class SocketListenerEventArgs(SocketListenerEvent happening, Socket socket) : EventArgs
{
    /// <summary>The step.</summary>
    public SocketListenerEvent Event { get; } = happening;

    /// <summary>The socket.</summary>
    public Socket Socket { get; } = socket;
}
