using Microsoft.Extensions.Logging;

namespace FsmKit.Net;

/// <summary>Log lines of <see cref="GRequester"/>.</summary>
internal static partial class RequestLog
{
    [LoggerMessage(140, LogLevel.Warning, "{Requester} drops its connection: a frame of {Length} bytes is no response, or no request waits for one")]
    public static partial void Unexpected(ILogger logger, GRequester requester, int length);

    [LoggerMessage(141, LogLevel.Warning, "{Requester} drops its connection: a request timed out, and no response has come since it was sent")]
    public static partial void Silent(ILogger logger, GRequester requester);
}
