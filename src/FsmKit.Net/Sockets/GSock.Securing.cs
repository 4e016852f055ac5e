using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>TLS, from a connection to one that is trusted.</content>
public sealed partial class GSock
{
    private bool _isAnnounced;

    /// <summary>What TLS has agreed on; null without TLS, and before <see cref="EvConnected"/>.</summary>
    public TlsSession? Tls => _link is TlsLink { IsSecured: true } link ? new TlsSession(link) : null;

    /// <summary>How many answers it has sent in its handshake.</summary>
    internal int HandshakeSteps => _link is TlsLink link ? link.Flights : 0;

    /// <summary>Whether the peer has sent something for the handshake that was not read yet.</summary>
    internal bool HasUnreadHandshake => _link is TlsLink { HasUnread: true };

    private TimeSpan HandshakeTimeout => SslOptions!.HandshakeTimeout;

    private bool IsSecure() => SslOptions is not null;

    private void AcHandshake(in EvLinkUp e)
    {
        StopConnecting();
        TakeLink(e.Link);
        Secure(client: true);
    }

    private void AcAcceptedSecure(in EvAccepted e)
    {
        TakeAccepted(in e);
        e.Server?.HandshakeBegins(this);
        Secure(client: false);
    }

    private void AcSecured()
    {
        _server?.HandshakeEnds(this);
        Open();
    }

    private void AcNotSecured(in EvNotSecured e)
    {
        var failure = _link?.Failure;
        NetLog.NotSecured(Gaplic.Logger, this, Peername, failure is null ? e.Error.ToString() : TlsFailure.Why(failure));
        End(DisconnectReason.HandshakeFailed, e.Error, failure);
    }

    private void AcHandshakeTimedOut()
    {
        NetLog.NotSecured(Gaplic.Logger, this, Peername, "it takes too long");
        End(DisconnectReason.HandshakeTimedOut, SocketError.TimedOut);
    }

    private void Secure(bool client)
    {
        try
        {
            _link = client ? TlsLink.Client(Reactor, _link!, SslOptions!, Host, this) : TlsLink.Server(Reactor, _link!, SslOptions!, this);
        }
        catch (SocketException x)
        {
            // The system has no room to watch one more socket: the handshake would never be heard of again.
            this.Send(new EvNotSecured(x.SocketErrorCode));
        }
    }
}
