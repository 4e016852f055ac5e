using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>The events that the link, the name service and the loop feed the machine with.</content>
public sealed partial class GSock : ILinkEvents
{
    private StreamLink? _link;
    private GServerSock? _server;

    private NetReactor Reactor => NetReactor.Of(Gaplic);

    void ILinkEvents.OnConnected() => this.Send(new EvLinkUp());

    void ILinkEvents.OnConnectFailed(SocketError error) => this.Send(new EvLinkFailed(error));

    void ILinkEvents.OnReadable() => this.Send(new EvReadable());

    void ILinkEvents.OnWritable() => this.Send(new EvWritable());

    void ILinkEvents.OnBroken(SocketError error) => this.Send(new EvLinkBroken(error));

    /// <summary>Makes this gsock the connection that a server has accepted.</summary>
    internal void Accept(StreamLink link, GServerSock server) => this.Send(new EvAccepted(link, server));

    /// <inheritdoc/>
    protected override void GoOut()
    {
        _attempt++;
        CloseLink();
        if (_server is { IsDestroyed: false } server)
        {
            Send(server, new EvGsockGone());
        }
    }

    private readonly record struct EvAccepted(StreamLink Link, GServerSock Server);

    private readonly record struct EvResolved(int Attempt, IPAddress[] Addresses, SocketError Error);

    private readonly record struct EvLinkUp;

    private readonly record struct EvLinkFailed(SocketError Error);

    private readonly record struct EvReadable;

    private readonly record struct EvWritable;

    private readonly record struct EvLinkBroken(SocketError Error);

    /// <summary>All output has been handed to the system.</summary>
    private readonly record struct EvDrained;

    /// <summary>The subscriber can be told of the end now.</summary>
    private readonly record struct EvClosed;

    /// <summary>Nobody has taken up the gsock again since its end.</summary>
    private readonly record struct EvForgotten;
}
