using Microsoft.Extensions.Logging;

namespace FsmKit.Net;

/// <summary>Log lines of <see cref="GConnex"/>.</summary>
internal static partial class ConnexLog
{
    [LoggerMessage(130, LogLevel.Information, "{Connex} tries {Destination} in {Pause}")]
    public static partial void Waiting(ILogger logger, GConnex connex, HostPort destination, TimeSpan pause);

    [LoggerMessage(131, LogLevel.Warning, "{Connex} gives up connecting to {Destination}: it took longer than TimeoutWaitingConnected, {Timeout}")]
    public static partial void TimedOut(ILogger logger, GConnex connex, HostPort destination, TimeSpan timeout);

    [LoggerMessage(132, LogLevel.Warning,
        "{Connex} drops the oldest messages that wait for a connection to {Destination}: {Count} messages, {Bytes} bytes wait. Send less, or raise QueueCapacity or QueueBytes.")]
    public static partial void DropsOldest(ILogger logger, GConnex connex, HostPort destination, int count, long bytes);

    [LoggerMessage(135, LogLevel.Warning, "{Connex} drops {Count} messages for {Destination}, which have waited longer than QueueTimeout, {Timeout}")]
    public static partial void Expired(ILogger logger, GConnex connex, HostPort destination, int count, TimeSpan timeout);

    [LoggerMessage(133, LogLevel.Debug, "{Connex} closes its connection to {Destination}: nothing was sent or received for {Timeout}")]
    public static partial void Idle(ILogger logger, GConnex connex, HostPort destination, TimeSpan timeout);

    [LoggerMessage(134, LogLevel.Error, "{Connex} cannot start to connect to {Destination}: {Problem} The next attempt follows.")]
    public static partial void NotBegun(ILogger logger, GConnex connex, HostPort destination, string problem);
}
