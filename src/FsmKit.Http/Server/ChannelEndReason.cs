namespace FsmKit.Http;

/// <summary>
/// Reasons for the end of an HTTP connection (<see cref="GHttpCliSrv"/>), reported in <see cref="EvHttpChannelClosed"/> and counted by
/// <see cref="GHttpServer.EndedFor"/>.
/// </summary>
public enum ChannelEndReason : byte
{
    /// <summary>The client ended its stream between two requests.</summary>
    PeerClosed,

    /// <summary>No request came within <see cref="GHttpServer.KeepAliveTimeout"/>.</summary>
    KeepAliveTimeout,

    /// <summary>No byte came within <see cref="GHttpServer.InactivityTimeout"/>.</summary>
    InactivityTimeout,

    /// <summary>A head was not complete within <see cref="GHttpServer.HeadTimeout"/>.</summary>
    HeadTimeout,

    /// <summary>A body came slower than <see cref="GHttpServer.MinBodyRate"/>.</summary>
    BodyTooSlow,

    /// <summary>The client took its response slower than <see cref="GHttpServer.MinResponseRate"/>.</summary>
    ResponseTooSlow,

    /// <summary>The application did not answer within <see cref="GHttpServer.ResponselessTimeout"/>.</summary>
    ResponseTimeout,

    /// <summary>The client sent bytes that are no acceptable request.</summary>
    BadRequest,

    /// <summary>The client ended its stream inside a request.</summary>
    RequestCutOff,

    /// <summary>The client had asked to close after the response.</summary>
    ClosedByClient,

    /// <summary>
    /// The application closed the connection, or the server did after a response, as for
    /// <see cref="GHttpServer.MaxRequestsPerConnection"/>.
    /// </summary>
    ClosedByApplication,

    /// <summary>The connection broke: an error, or a reset by the client.</summary>
    ConnectionBroken,

    /// <summary>The response ended too early: shorter than announced, or by an exception of the application.</summary>
    ResponseCutOff,

    /// <summary>The request was one more than <see cref="GHttpServer.MaximumSimultaneousRequests"/>.</summary>
    TooManyRequests,

    /// <summary>The connection was one more than <see cref="GHttpServer.MaxConnections"/>.</summary>
    Refused,

    /// <summary>The server was stopped by <see cref="EvStopServing"/>.</summary>
    ServerStopped,

    /// <summary>The connection had switched to another protocol and ended in it.</summary>
    Upgraded,

    /// <summary>The application threw an exception before it answered, or no subscriber took the request.</summary>
    HandlerFailed,

    /// <summary>More output waited for the client than <see cref="GHttpServer.OutbufOverflow"/> allows.</summary>
    OutputOverflow,

    /// <summary>The gobj was destroyed.</summary>
    Destroyed,

    /// <summary>
    /// An exception outside of a handler ended the connection, and was logged. It came, for example, from a listener of metrics or traces,
    /// or from the access log.
    /// </summary>
    Faulted,
}
