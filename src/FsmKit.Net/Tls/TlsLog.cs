using Microsoft.Extensions.Logging;

namespace FsmKit.Net;

/// <summary>Log lines about the certificates of this side. The gsock logs failures of peers.</summary>
internal static partial class TlsLog
{
    [LoggerMessage(151, LogLevel.Warning, "The TLS certificate {Certificate} is not valid now, only from {From} to {To}: peers will refuse it")]
    public static partial void OutOfDate(ILogger logger, TlsCertificate certificate, DateTime from, DateTime to);

    [LoggerMessage(152, LogLevel.Information, "The TLS certificate {Certificate} has changed; new connections get the new one")]
    public static partial void Reloaded(ILogger logger, TlsCertificate certificate);

    [LoggerMessage(153, LogLevel.Error, "The TLS certificate {Certificate} has changed but cannot be used; the old one stays in use: {Problem}")]
    public static partial void NotReloaded(ILogger logger, TlsCertificate certificate, string problem);

    [LoggerMessage(154, LogLevel.Warning, "The TLS certificate {Certificate} {Flaw}: peers will refuse it")]
    public static partial void Flawed(ILogger logger, TlsCertificate certificate, string flaw);
}
