using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>One listening socket of a reactor. It tells nothing until <see cref="Watch"/> asks for it.</summary>
internal abstract class ListenLink : Link
{
    /// <summary>Who is told that there is something to accept.</summary>
    public IListenEvents? Owner { get; set; }

    /// <summary>
    /// Takes one connection out of the backlog; its link has no owner yet and watches nothing. Null with
    /// <see cref="SocketError.WouldBlock"/> when there is none, null with another error when accepting failed.
    /// </summary>
    public abstract StreamLink? Accept(out SocketError error);

    /// <summary>Starts or pauses telling; while paused, connections queue in the backlog.</summary>
    public abstract void Watch(bool accepting);
}
