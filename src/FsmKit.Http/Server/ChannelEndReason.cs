namespace FsmKit.Http;

/// <summary>
/// The reason for the end of a channel, reported in <see cref="EvHttpChannelClosed"/> and counted by <see cref="GHttpServer.EndedFor"/>.
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

    /// <summary>The application, or a limit on the requests of a connection, closed it after a response.</summary>
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

    /// <summary>The application threw an exception before it answered.</summary>
    HandlerFailed,

    /// <summary>The application wrote more than <see cref="GHttpServer.OutbufOverflow"/> ahead of the client.</summary>
    OutputOverflow,

    /// <summary>The gobj was destroyed.</summary>
    Destroyed,

    /// <summary>
    /// An exception outside of a handler ended the channel, and was logged: of a hook, of a listener of metrics or traces, of an access
    /// log, or of the channel itself.
    /// </summary>
    Faulted,
}
