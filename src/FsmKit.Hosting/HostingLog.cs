using Microsoft.Extensions.Logging;

namespace FsmKit.Hosting;

/// <summary>Every line that the hosting writes to the log, with its level and number.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(301, LogLevel.Information, "Loop {Loop} runs.")]
    public static partial void Started(ILogger logger, string loop);

    [LoggerMessage(302, LogLevel.Information, "No gobj of loop {Loop} takes these settings so far: {Keys}. Check the names, unless they are for gobjs that come later.")]
    public static partial void Unused(ILogger logger, string loop, string keys);

    [LoggerMessage(303, LogLevel.Warning, "These settings of loop {Loop} have changed; they count for gobjs that are created from now on, and for the others after a restart of the program: {Keys}. This is told once per setting.")]
    public static partial void NeedsRestart(ILogger logger, string loop, string keys);

    [LoggerMessage(304, LogLevel.Warning, "{Gobj} of loop {Loop} has not finished its work in time; it is destroyed with the loop. Raise DrainTimeout, or the host's ShutdownTimeout.")]
    public static partial void NotDrained(ILogger logger, GObj gobj, string loop);

    [LoggerMessage(305, LogLevel.Error, "{Gobj} of loop {Loop} has failed to finish its work.")]
    public static partial void DrainFailed(ILogger logger, GObj gobj, string loop, Exception exception);

    [LoggerMessage(306, LogLevel.Error, "Loop {Loop} has not ended in time: an action keeps it. Its thread stays behind.")]
    public static partial void NotStopped(ILogger logger, string loop);

    [LoggerMessage(307, LogLevel.Critical, "Loop {Loop} has crashed; the host stops.")]
    public static partial void Crashed(ILogger logger, string loop, Exception exception);

    [LoggerMessage(308, LogLevel.Error, "Loop {Loop} has crashed; it starts again in {Pause}.")]
    public static partial void Restarting(ILogger logger, string loop, TimeSpan pause, Exception exception);

    [LoggerMessage(309, LogLevel.Warning, "Loop {Loop} runs again, after restart {Number}.")]
    public static partial void Restarted(ILogger logger, string loop, int number);

    [LoggerMessage(310, LogLevel.Information, "Loop {Loop} has ended itself; the host stops.")]
    public static partial void EndedItself(ILogger logger, string loop);
}
