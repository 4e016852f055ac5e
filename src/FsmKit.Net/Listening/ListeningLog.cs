using Microsoft.Extensions.Logging;

namespace FsmKit.Net;

/// <summary>Every line that the services write to the log.</summary>
internal static partial class ListeningLog
{
    [LoggerMessage(131, LogLevel.Error,
        "{Service} cannot accept: {Problem}. Connections wait in the backlog; it tries again every {Milliseconds} ms. If no descriptor is left, raise the limit of open files.")]
    public static partial void CannotAccept(ILogger logger, SocketService service, string problem, int milliseconds);

    [LoggerMessage(132, LogLevel.Information, "{Service} accepts again")]
    public static partial void AcceptsAgain(ILogger logger, SocketService service);

    [LoggerMessage(133, LogLevel.Error, "A fault in a handler of {Service}, which was dealing with {Connection}; the service goes on.")]
    public static partial void HandlerFault(ILogger logger, SocketService service, SocketConnection connection, Exception exception);
}
