namespace FsmKit.Net;

/// <summary>Why a connection ended or did not come about.</summary>
public enum DisconnectReason : byte
{
    /// <summary>The other side ended its stream, and nothing that was sent to it was left over.</summary>
    PeerClosed,

    /// <summary>The own side dropped or closed it, or ended its stream after the other side had.</summary>
    Dropped,

    /// <summary>The connection broke; the error says how (<c>ConnectionReset</c>: the other side threw it away).</summary>
    Broken,

    /// <summary>Nobody took the connection; the error says why.</summary>
    ConnectFailed,

    /// <summary>It took longer than <see cref="GSock.ConnectTimeout"/>.</summary>
    ConnectTimedOut,

    /// <summary>The host's name has no address.</summary>
    ResolveFailed,

    /// <summary>The TLS handshake failed; the exception says why.</summary>
    HandshakeFailed,

    /// <summary>The TLS handshake took longer than <see cref="TlsOptions.HandshakeTimeout"/>.</summary>
    HandshakeTimedOut,

    /// <summary>The other side ended its stream without saying so in TLS (close_notify): what came may not be all there was.</summary>
    Truncated,

    /// <summary>More was to be sent than <see cref="GSock.OutbufOverflow"/> allows to wait, and <see cref="OverflowPolicy.Drop"/> is set.</summary>
    OutputOverflow,

    /// <summary>
    /// The other side did not take all of the output of a closing connection within <see cref="GSock.LingerTimeout"/>; the rest is lost, and
    /// the connection was reset.
    /// </summary>
    LingerTimedOut,

    /// <summary>No byte went in either direction for <see cref="GSock.IdleTimeout"/>.</summary>
    IdleTimedOut,
}
