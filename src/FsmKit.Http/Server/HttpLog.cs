using Microsoft.Extensions.Logging;

namespace FsmKit.Http;

/// <summary>Log lines of the HTTP gclasses.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(201, LogLevel.Debug, "{Channel} is closed: {Reason}")]
    public static partial void Closed(ILogger logger, GHttpCliSrv channel, ChannelEndReason reason);

    [LoggerMessage(202, LogLevel.Debug, "{Channel} answers {Status}: {Reason}")]
    public static partial void BadRequest(ILogger logger, GHttpCliSrv channel, int status, string reason);

    [LoggerMessage(203, LogLevel.Error, "{Channel}: the handler of {Request} failed")]
    public static partial void HandlerFailed(ILogger logger, GHttpCliSrv channel, HttpRequest request, Exception exception);

    [LoggerMessage(204, LogLevel.Warning,
        "{Channel}: no handler or subscriber took {Request}. Give the server a Handler, or a subscriber whose current state has a row for EvHttpRequest.")]
    public static partial void NobodyAnswers(ILogger logger, GHttpCliSrv channel, HttpRequest request);

    [LoggerMessage(205, LogLevel.Warning, "{Channel}: {Request} was not answered within ResponselessTimeout")]
    public static partial void NotAnswered(ILogger logger, GHttpCliSrv channel, HttpRequest request);

    [LoggerMessage(206, LogLevel.Warning, "{Channel}: the response is shorter than announced, or its own chunks are not complete; the connection is closed")]
    public static partial void TooShort(ILogger logger, GHttpCliSrv channel);

    [LoggerMessage(207, LogLevel.Error, "{Channel} cannot keep a body in a temporary file")]
    public static partial void NotSpilled(ILogger logger, GHttpCliSrv channel, Exception exception);

    [LoggerMessage(208, LogLevel.Warning,
        "{Channel} is closed: {Pending} bytes wait to be sent, and the written part does not fit into OutbufOverflow, {Limit} bytes. Write the next part in the callback of Flush.")]
    public static partial void Overflow(ILogger logger, GHttpCliSrv channel, int pending, int limit);

    [LoggerMessage(209, LogLevel.Warning, "{Server} has {Count} connections, as many as MaxConnections allows: {Refused} more were answered 503")]
    public static partial void Full(ILogger logger, GHttpServer server, int count, long refused);

    [LoggerMessage(211, LogLevel.Error, "{Channel} of {Peer} is reset after an exception outside of a handler")]
    public static partial void Failed(ILogger logger, GHttpCliSrv channel, System.Net.EndPoint? peer, Exception exception);

    [LoggerMessage(210, LogLevel.Information, "{Server} serves {Scheme} at {Address}")]
    public static partial void Serving(ILogger logger, GHttpServer server, string scheme, System.Net.EndPoint? address);
}
