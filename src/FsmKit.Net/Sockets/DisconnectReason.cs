namespace FsmKit.Net;

/// <summary>Why a connection ended or did not come about.</summary>
public enum DisconnectReason : byte
{
    /// <summary>The other side ended its stream.</summary>
    PeerClosed,

    /// <summary>The own side dropped it, or ended its stream after the other side had.</summary>
    Dropped,

    /// <summary>The connection broke; the error says how (<c>ConnectionReset</c>: the other side threw it away).</summary>
    Broken,

    /// <summary>Nobody took the connection; the error says why.</summary>
    ConnectFailed,

    /// <summary>It took longer than <see cref="GSock.ConnectTimeout"/>.</summary>
    ConnectTimedOut,

    /// <summary>The host's name has no address.</summary>
    ResolveFailed,
}
