using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>The TLS handshake.</content>
public sealed partial class GSock
{
    private bool _isAnnounced;

    /// <summary>The agreed TLS session: version, cipher, certificates. Null without TLS, and before <see cref="EvConnected"/>.</summary>
    public TlsSession? Tls => _link is TlsLink { IsSecured: true } link ? new TlsSession(link) : null;

    /// <summary>Number of flights that this side has sent in its handshake; 0 without TLS.</summary>
    internal int HandshakeSteps => _link is TlsLink link ? link.Flights : 0;

    /// <summary>Whether handshake bytes of the peer are still unread.</summary>
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
        NetLog.NotSecured(Logger, this, Peername, failure is null ? e.Error.ToString() : TlsFailure.Why(failure));
        End(DisconnectReason.HandshakeFailed, e.Error, failure);
    }

    private void AcHandshakeTimedOut()
    {
        NetLog.NotSecured(Logger, this, Peername, "it took longer than HandshakeTimeout");
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
            // The system cannot watch one more socket, so the loop would get no event of the handshake.
            this.Send(new EvNotSecured(x.SocketErrorCode));
        }
    }
}
