namespace FsmKit.Net;

/// <summary>Reason why a connection ended or a connect failed.</summary>
public enum DisconnectReason : byte
{
    /// <summary>The peer ended its stream, and all output had been sent.</summary>
    PeerClosed,

    /// <summary>This side dropped or closed the connection, or ended its stream after the peer had ended its own.</summary>
    Dropped,

    /// <summary>
    /// The connection broke; <see cref="EvDisconnected.Error"/> has the cause, such as <c>ConnectionReset</c> after a reset by the peer.
    /// </summary>
    Broken,

    /// <summary>The connect failed at every address; <see cref="EvDisconnected.Error"/> has the cause of the last failure.</summary>
    ConnectFailed,

    /// <summary>The connect took longer than <see cref="GSock.ConnectTimeout"/>.</summary>
    ConnectTimedOut,

    /// <summary>The host name has no address, or the look-up failed.</summary>
    ResolveFailed,

    /// <summary>The TLS handshake failed; <see cref="EvDisconnected.Exception"/> has the cause.</summary>
    HandshakeFailed,

    /// <summary>The TLS handshake took longer than <see cref="TlsOptions.HandshakeTimeout"/>.</summary>
    HandshakeTimedOut,

    /// <summary>
    /// The peer ended its stream without the <c>close_notify</c> of TLS, so the received data may be incomplete (RFC 8446 section 6.1).
    /// </summary>
    Truncated,

    /// <summary>The waiting output would have exceeded <see cref="GSock.OutbufOverflow"/>, with <see cref="OverflowPolicy.Drop"/>.</summary>
    OutputOverflow,

    /// <summary>
    /// The peer of a closing connection did not take the output within <see cref="GSock.LingerTimeout"/>. The rest of the output is lost, and the
    /// connection was reset.
    /// </summary>
    LingerTimedOut,

    /// <summary>No byte was sent or received for <see cref="GSock.IdleTimeout"/>.</summary>
    IdleTimedOut,

    /// <summary>The peer sent bytes that are no frame of <see cref="GSock.Framing"/>, and this side closed the connection.</summary>
    BadFrame,

    /// <summary>
    /// The session of the connection (<see cref="ISession"/>) threw an exception, which is in <see cref="EvDisconnected.Exception"/>. The
    /// connection was reset.
    /// </summary>
    Faulted,
}
