using System.Diagnostics.Metrics;

namespace Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Infrastructure;

/// <summary>The interval of Kestrel's heartbeat.</summary>
public static class Heartbeat
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
}

/// <summary>Kestrel's meters, which are not compared.</summary>
public sealed class KestrelMetrics(IMeterFactory factory)
{
    public IMeterFactory Factory => factory;
}

/// <summary>Kestrel's dates, which are not compared.</summary>
public sealed class DateHeaderValueManager(TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public void OnHeartbeat() => _ = Now;
}

/// <summary>Reasons of Kestrel's meters, which are not compared.</summary>
public enum ConnectionEndReason
{
    AbortedByApp,
    ErrorAfterStartingResponse,
    InvalidHttpVersion,
    InvalidRequestHeaders,
    InvalidRequestLine,
    KeepAliveTimeout,
    MaxRequestBodySizeExceeded,
    MaxRequestHeaderCountExceeded,
    MaxRequestHeadersTotalSizeExceeded,
    MinRequestBodyDataRate,
    RequestHeadersTimeout,
    ResponseContentLengthMismatch,
    ServerTimeout,
    TlsNotSupported,
    UnexpectedEndOfRequestContent,
    WriteCanceled,
}
