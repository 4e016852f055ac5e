using Microsoft.Extensions.Logging;

namespace FsmKit.Http;

/// <summary>Lines of an access log in the program's log.</summary>
internal static partial class AccessLogLog
{
    [LoggerMessage(260, LogLevel.Error,
        "The access log {Target} cannot be written: {Problem} Its lines are dropped until it can; look at the space and the rights there.")]
    public static partial void Faulty(ILogger logger, string target, string problem, Exception exception);

    [LoggerMessage(261, LogLevel.Warning, "The access log {Target} is written again; {Dropped} lines have been dropped since it was made.")]
    public static partial void Recovered(ILogger logger, string target, long dropped);

    [LoggerMessage(262, LogLevel.Error,
        "The access log {Target} cannot be reopened: {Problem} It goes on in the file that it has; reopen it again when it can.")]
    public static partial void NotReopened(ILogger logger, string target, string problem, Exception exception);
}
