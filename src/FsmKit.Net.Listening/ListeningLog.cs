using Microsoft.Extensions.Logging;

namespace FsmKit.Net.Listening;

/// <summary>Log lines of listeners and services.</summary>
internal static partial class ListeningLog
{
    [LoggerMessage(161, LogLevel.Error,
        "{Service} cannot accept: {Problem}. Connections wait in the backlog; the service tries again every {Milliseconds} ms. If no descriptor is left, raise the limit of open files.")]
    public static partial void CannotAccept(ILogger logger, SocketService service, string problem, int milliseconds);

    [LoggerMessage(162, LogLevel.Information, "{Service} accepts again")]
    public static partial void AcceptsAgain(ILogger logger, SocketService service);

    [LoggerMessage(163, LogLevel.Error, "A handler of {Service} threw while it handled {Connection}; the service continues.")]
    public static partial void HandlerFault(ILogger logger, SocketService service, SocketConnection connection, Exception exception);

    [LoggerMessage(164, LogLevel.Error, "A handler of {Event} of {Listener} threw; the listener continues.")]
    public static partial void EventFault(ILogger logger, SocketListener listener, string @event, Exception exception);

    [LoggerMessage(165, LogLevel.Warning,
        "{Service} gets no thread for {Connection}: {Problem} The connection waits, and others wait in the backlog ({Count} times since the last line; the next line follows after 10 s at the earliest). Raise the limits of threads or open files, or lower maxThreads.")]
    public static partial void NoThread(ILogger logger, SocketService service, SocketConnection connection, string problem, long count);

    [LoggerMessage(166, LogLevel.Information, "{Listener} ends the TLS handshake with {Peer}: {Why}")]
    public static partial void NotSecured(ILogger logger, SocketListener listener, System.Net.EndPoint? peer, string why);

    [LoggerMessage(167, LogLevel.Warning,
        "{Service} closes {Connection} while it is being read, because its handlers have returned. Call Keep() in the handler and dispose the connection later, or use Handler, which is awaited.")]
    public static partial void NotKept(ILogger logger, SocketService service, SocketConnection connection);
}
