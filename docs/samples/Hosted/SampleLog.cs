using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace HostedSample;

/// <summary>Log messages of the sample.</summary>
internal static partial class SampleLog
{
    [LoggerMessage(1, LogLevel.Information, "{Bytes} bytes in {Entries} entries")]
    public static partial void Sum(ILogger logger, long bytes, int entries);

    [LoggerMessage(2, LogLevel.Warning, "{Bytes} bytes are too many: the limit is {Limit}")]
    public static partial void TooMany(ILogger logger, int bytes, long limit);

    [LoggerMessage(3, LogLevel.Information, "{Name} is {Status}: {Description}")]
    public static partial void Health(ILogger logger, string name, HealthStatus status, string? description);
}
