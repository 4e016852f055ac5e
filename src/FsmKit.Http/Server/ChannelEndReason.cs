namespace FsmKit.Http;

/// <summary>Why a channel ended: counted, and told in <see cref="EvHttpChannelClosed"/>.</summary>
public enum ChannelEndReason : byte
{
    /// <summary>The client ended its stream between two requests.</summary>
    PeerClosed,

    /// <summary>No request came within <see cref="GHttpServer.KeepAliveTimeout"/>.</summary>
    KeepAliveTimeout,

    /// <summary>Nothing came within <see cref="GHttpServer.InactivityTimeout"/>.</summary>
    InactivityTimeout,

    /// <summary>A head was not complete within <see cref="GHttpServer.HeadTimeout"/>.</summary>
    HeadTimeout,

    /// <summary>A body came slower than <see cref="GHttpServer.MinBodyRate"/>.</summary>
    BodyTooSlow,

    /// <summary>The client took its response slower than <see cref="GHttpServer.MinResponseRate"/>.</summary>
    ResponseTooSlow,

    /// <summary>The application did not answer within <see cref="GHttpServer.ResponselessTimeout"/>.</summary>
    ResponseTimeout,

    /// <summary>What the client sent was not acceptable.</summary>
    BadRequest,

    /// <summary>The client ended its stream inside a request.</summary>
    RequestCutOff,

    /// <summary>The client had asked to close after the response.</summary>
    ClosedByClient,

    /// <summary>The application, or a limit on the requests of a connection, closed it after a response.</summary>
    ClosedByApplication,

    /// <summary>The connection broke.</summary>
    ConnectionBroken,

    /// <summary>The application ended its response too soon: shorter than announced, or by an exception.</summary>
    ResponseCutOff,

    /// <summary>There were more than <see cref="GHttpServer.MaximumSimultaneousRequests"/>.</summary>
    TooManyRequests,

    /// <summary>There were more than <see cref="GHttpServer.MaxConnections"/>.</summary>
    Refused,

    /// <summary>The server was stopped.</summary>
    ServerStopped,

    /// <summary>The connection went over to another protocol.</summary>
    Upgraded,

    /// <summary>The application threw an exception before it answered.</summary>
    HandlerFailed,

    /// <summary>The application wrote more than <see cref="GHttpServer.OutbufOverflow"/> ahead of the client.</summary>
    OutputOverflow,

    /// <summary>The gobj was destroyed.</summary>
    Destroyed,

    /// <summary>An exception that is not a handler's: of a hook, a listener of measurements or traces, an access log, or a fault of the channel. It is logged.</summary>
    Faulted,
}
