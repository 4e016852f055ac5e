using Microsoft.Extensions.Logging;

namespace FsmKit.AspNetCore;

/// <summary>Lines of the server of ASP.NET Core applications.</summary>
internal static partial class AspNetLog
{
    [LoggerMessage(321, LogLevel.Error, "{Method} {Path}: the application has thrown an unhandled exception.")]
    public static partial void ApplicationFailed(ILogger logger, string method, string path, Exception failure);

    [LoggerMessage(322, LogLevel.Information, "Connection {ConnectionId}: bad request: {Reason}")]
    public static partial void BadRequest(ILogger logger, string connectionId, string reason, Exception failure);

    [LoggerMessage(323, LogLevel.Error, "{Method} {Path}: the response cannot be sent, and its connection is reset.")]
    public static partial void CannotSend(ILogger logger, string method, string path, Exception failure);
}
