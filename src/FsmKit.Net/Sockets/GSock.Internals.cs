using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>The events that the link, the name service and the loop feed the machine with.</content>
public sealed partial class GSock : ILinkEvents, IDueLink
{
    private static readonly InsufficientMemoryException NoMemory = new();
    private StreamLink? _link;
    private GServerSock? _server;

    private NetReactor Reactor => NetReactor.Of(Gaplic);

    object IDueLink.Owner => this;

    // The link is handed over connected: what comes after that is TLS's handshake.
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
        catch (Exception x) when (RxedMsgs == before || x is OutOfMemoryException or TypeInitializationException)
        {
            // Not the subscriber's, who got nothing. What was there is still there, and would come again and again. Or what the subscriber got
            // was more than there is memory for, and is lost.
            Give(x);
        }
    }

    void ILinkEvents.OnWritable() => Feed(new EvWritable());

    void ILinkEvents.OnBroken(SocketError error) => Feed(new EvLinkBroken(error));

    /// <summary>Makes this gsock a connection that a server, or somebody else, has accepted.</summary>
    internal void Accept(StreamLink link, GServerSock? server)
    {
        Reactor.ReserveEnds(Gaplic);
        Feed(new EvAccepted(link, server));
        if (_link is null && !link.IsClosed)
        {
            // The machine did not take the connection, and nobody has heard of this gsock.
            link.Abort();
            _server ??= server;
            this.PostAlways(new EvForgotten());
        }
    }

    /// <summary>An attempt has won the race.</summary>
    internal void LinkUp(StreamLink link)
    {
        Reactor.ReserveEnds(Gaplic);
        Feed(new EvLinkUp(link));
    }

    /// <summary>An attempt has failed.</summary>
    internal void LinkFailed(SocketError error) => Feed(new EvLinkFailed(error));

    /// <summary>
    /// Makes room for what is posted when connections end, so many of them in one turn: an end for want of memory needs none itself.
    /// </summary>
    internal static void ReserveEnds(GAplic gaplic, int ends)
    {
        gaplic.ReservePosts<EvClosed>(ends);
        gaplic.ReservePosts<EvForgotten>(ends);
        gaplic.ReservePosts<EvDrained>(ends);
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        if (Host.Length > 0)
        {
            SslOptions?.CheckClient(Gaplic.Logger);
        }

        Apply(ConnectedEventName);
        Apply(DisconnectedEventName);
        Apply(TransmitReadyEventName);
        Apply(RxDataEventName);
    }

    /// <inheritdoc/>
    protected override void GoOut()
    {
        try
        {
            CloseLink();
            CountClosed();
            _output.Clear();
        }
        finally
        {
            (_link, _ended) = (null, _link ?? _ended);
            Seal();
            if (_server is { IsDestroyed: false } server)
            {
                Send(server, new EvGsockGone(this));
            }
        }
    }

    /// <summary>What the link tells: none of it is a call of a subscriber's, so an exception is a fault of the connection.</summary>
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
            // What has begun to end must end some time: not even that could be told.
            Reactor.TellLater(this);
            throw;
        }
    }

    void IDueLink.Tell()
    {
        if (IsDestroyed)
        {
            return;
        }

        if (CurrentState == State.Closing && _link is null)
        {
            // Its link is closed, and perhaps the announcement of that was lost.
            this.PostAlways(new EvClosed(NoMemory));
        }
        else
        {
            Give(NoMemory);
        }
    }

    /// <summary>A server has accepted the connection.</summary>
    private readonly record struct EvAccepted(StreamLink Link, GServerSock? Server);

    /// <summary>The name service has answered.</summary>
    private readonly record struct EvResolved(int Attempt, EndPoint[] Addresses, SocketError Error, Exception? Exception = null);

    /// <summary>The attempts so far have had their time: another one beside them.</summary>
    private readonly record struct EvNextAttempt;

    /// <summary>A link is connected.</summary>
    private readonly record struct EvLinkUp(StreamLink Link);

    /// <summary>A link could not be connected.</summary>
    private readonly record struct EvLinkFailed(SocketError Error);

    /// <summary>TLS has finished its handshake.</summary>
    private readonly record struct EvSecured;

    /// <summary>TLS's handshake has failed.</summary>
    private readonly record struct EvNotSecured(SocketError Error);

    /// <summary>There is something to receive.</summary>
    private readonly record struct EvReadable;

    /// <summary>There is room to send.</summary>
    private readonly record struct EvWritable;

    /// <summary>The link broke, and nobody was sending.</summary>
    private readonly record struct EvLinkBroken(SocketError Error);

    /// <summary>The other side has ended its stream.</summary>
    private readonly record struct EvStreamEnded;

    /// <summary>The link broke in a send: the sender must not find its connection gone in the middle of its own action.</summary>
    private readonly record struct EvSendFailed(SocketError Error);

    /// <summary>All output has been handed to the system.</summary>
    private readonly record struct EvDrained;

    /// <summary>A water mark has been passed.</summary>
    private readonly record struct EvMarked;

    /// <summary>The other side has had its time: to use the connection, or to end it.</summary>
    private readonly record struct EvLingered;

    /// <summary>Serving the link threw, for instance because a library could not be loaded: the connection cannot go on.</summary>
    private readonly record struct EvFaulted(Exception Exception);

    /// <summary>The subscriber can be told of the end now.</summary>
    private readonly record struct EvClosed(Exception? Exception);

    /// <summary>The end was announced a cycle ago; whoever wanted to use the gsock again has done so.</summary>
    private readonly record struct EvForgotten;
}
