using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Listening socket of a reactor. Reports nothing until <see cref="Watch"/> is called.</summary>
internal abstract class ListenLink : Link
{
    /// <summary>Receiver of the callbacks; null for none.</summary>
    public IListenEvents? Owner { get; set; }

    /// <summary>
    /// Accepts one connection from the backlog. Its link has no owner and watches nothing. Returns null with
    /// <see cref="SocketError.WouldBlock"/> if the backlog is empty, null with another error if accepting failed.
    /// </summary>
    public abstract StreamLink? Accept(out SocketError error);

    /// <summary>Starts or pauses the callbacks. While paused, connections wait in the backlog.</summary>
    public abstract void Watch(bool accepting);
}
