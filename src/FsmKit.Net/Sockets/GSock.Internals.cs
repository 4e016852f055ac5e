using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Private events: from the socket, the name service and the loop.</content>
public sealed partial class GSock : ILinkEvents, IDueLink
{
    private static readonly InsufficientMemoryException NoMemory = new();
    private StreamLink? _link;
    private GServerSock? _server;

    private NetReactor Reactor => NetReactor.Of(Gaplic);

    object IDueLink.Owner => this;

    // The link is already connected when the gsock gets it, so this callback reports the end of the TLS handshake.
    void ILinkEvents.OnConnected() => Feed(new EvSecured());

    void ILinkEvents.OnConnectFailed(SocketError error) => Feed(new EvNotSecured(error));

    void ILinkEvents.OnReadable()
    {
        var before = RxedMsgs;
        try
        {
            if (this.Send(new EvReadable()) != Outcome.Handled)
            {
                Mend();
            }
        }
        catch (Exception x) when (RxedMsgs == before || IsEndedBy(x))
        {
            // The subscriber got no data, so the exception is not its own. The data is still unread, and the link would be readable in every
            // cycle. Or the subscriber is a session, or ran out of memory, and the data is lost.
            Give(x);
        }
    }

    void ILinkEvents.OnWritable() => Feed(new EvWritable());

    void ILinkEvents.OnBroken(SocketError error) => Feed(new EvLinkBroken(error));

    /// <summary>Gives this gsock an accepted connection.</summary>
    /// <param name="link">The connected link.</param>
    /// <param name="server">The server that accepted the connection; null when the application adopted a socket.</param>
    internal void Accept(StreamLink link, GServerSock? server)
    {
        Reactor.ReserveEnds(Gaplic);
        Feed(new EvAccepted(link, server));
        if (_link is null && !link.IsClosed)
        {
            // The machine did not take the connection, and no event of this gsock was published.
            link.Abort();
            _server ??= server;
            this.PostAlways(new EvForgotten());
        }
    }

    /// <summary>Reports the attempt that connected first.</summary>
    internal void LinkUp(StreamLink link)
    {
        Reactor.ReserveEnds(Gaplic);
        Feed(new EvLinkUp(link));
    }

    /// <summary>Reports a failed attempt.</summary>
    internal void LinkFailed(SocketError error) => Feed(new EvLinkFailed(error));

    /// <summary>
    /// Reserves queue space for the events that <paramref name="ends"/> connections post when they end in one cycle, so that an end caused by
    /// a lack of memory needs no memory.
    /// </summary>
    internal static void ReserveEnds(GAplic gaplic, int ends)
    {
        gaplic.ReservePosts<EvClosed>(ends);
        gaplic.ReservePosts<EvForgotten>(ends);
        gaplic.ReservePosts<EvDrained>(ends);
    }

    /// <summary>Handles an event of the link. No subscriber is the caller, so an exception becomes a fault of the connection.</summary>
    private void Feed<TEvent>(TEvent e)
        where TEvent : struct
    {
        try
        {
            if (((IAccept<TEvent>)(object)this).Receive(in e, this) != Outcome.Handled)
            {
                Mend();
            }
        }
        catch (Exception x)
        {
            Give(x);
        }
    }

    private void Give(Exception fault)
    {
        Gaplic.ReportFault(this, fault);
        try
        {
            this.Send(new EvFaulted(fault));
            Mend();
        }
        catch (Exception)
        {
            // Not even EvFaulted was handled. The connection must still end, so the reactor calls TellOwner in a later cycle.
            Reactor.TellLater(this);
            throw;
        }
    }

    void IDueLink.TellOwner()
    {
        if (IsDestroyed)
        {
            return;
        }

        if (CurrentState == State.Closing && _link is null)
        {
            // The link is closed, and the post of EvClosed may have been lost.
            this.PostAlways(new EvClosed(NoMemory));
        }
        else
        {
            Give(NoMemory);
        }
    }

    /// <summary>An accepted connection was handed to this gsock, by a server or by <see cref="Adopt"/>.</summary>
    private readonly record struct EvAccepted(StreamLink Link, GServerSock? Server);

    /// <summary>The name service answered, or the host needs no look-up.</summary>
    private readonly record struct EvResolved(int Attempt, EndPoint[] Addresses, SocketError Error, Exception? Exception = null);

    /// <summary><see cref="ConnectionAttemptDelay"/> has passed: the next address is tried in parallel (RFC 8305 section 5).</summary>
    private readonly record struct EvNextAttempt;

    /// <summary>A link is connected.</summary>
    private readonly record struct EvLinkUp(StreamLink Link);

    /// <summary>A link could not be connected.</summary>
    private readonly record struct EvLinkFailed(SocketError Error);

    /// <summary>The TLS handshake succeeded.</summary>
    private readonly record struct EvSecured;

    /// <summary>The TLS handshake failed.</summary>
    private readonly record struct EvNotSecured(SocketError Error);

    /// <summary>The link has data, or the end of the stream, to read.</summary>
    private readonly record struct EvReadable;

    /// <summary>The link has room for output.</summary>
    private readonly record struct EvWritable;

    /// <summary>The link broke outside a send.</summary>
    private readonly record struct EvLinkBroken(SocketError Error);

    /// <summary>The peer has ended its stream.</summary>
    private readonly record struct EvStreamEnded;

    /// <summary>
    /// The link broke inside a send. The connection ends in the next cycle, so that it does not vanish inside the sender's action.
    /// </summary>
    private readonly record struct EvSendFailed(SocketError Error);

    /// <summary>The system has taken all output.</summary>
    private readonly record struct EvDrained;

    /// <summary>A water mark has been passed.</summary>
    private readonly record struct EvMarked;

    /// <summary>
    /// A time limit has passed: <see cref="IdleTimeout"/> of an open connection, or <see cref="LingerTimeout"/> of a closing one.
    /// </summary>
    private readonly record struct EvLingered;

    /// <summary>An action for the link threw, for instance because a library could not be loaded. The connection ends.</summary>
    private readonly record struct EvFaulted(Exception Exception);
}
