using System.Net;

namespace FsmKit.Http;

/// <summary>Data of a finished request for the access log. Octets are as received; the log escapes them.</summary>
internal readonly ref struct HttpLogLine
{
    /// <summary>The client: its IP address is written, <c>-</c> for anything else.</summary>
    public EndPoint? Client { get; init; }

    /// <summary>The user that the client names; empty when unknown.</summary>
    public ReadOnlySpan<byte> User { get; init; }

    /// <summary>The time of the request, with the UTC offset to write.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The method; empty for input that is no request, whose request line is written as <c>-</c>.</summary>
    public ReadOnlySpan<byte> Method { get; init; }

    /// <summary>The octets of the request target as they were sent.</summary>
    public ReadOnlySpan<byte> Target { get; init; }

    /// <summary>The version, as in <c>HTTP/1.1</c>.</summary>
    public ReadOnlySpan<byte> Version { get; init; }

    /// <summary>The status; 0 without a response, written as <c>-</c>.</summary>
    public int Status { get; init; }

    /// <summary>Number of body bytes sent, without framing; 0 is written as <c>-</c>.</summary>
    public long BodyBytes { get; init; }

    /// <summary>The field <c>Referer</c>; empty when there is none.</summary>
    public ReadOnlySpan<byte> Referer { get; init; }

    /// <summary>The field <c>User-Agent</c>; empty when there is none.</summary>
    public ReadOnlySpan<byte> UserAgent { get; init; }

    /// <summary>Creates the line of a request whose head was read.</summary>
    public static HttpLogLine Of(HttpRequestHead head, EndPoint? client, DateTimeOffset time, int status, long bodyBytes)
    {
        head.Fields.TryGet(KnownHeader.Referer, out var referer);
        head.Fields.TryGet(KnownHeader.UserAgent, out var userAgent);
        return new HttpLogLine
        {
            Client = client,
            Time = time,
            Method = head.MethodName,
            Target = head.Target,
            Version = head.IsHttp11 ? "HTTP/1.1"u8 : "HTTP/1.0"u8,
            Status = status,
            BodyBytes = bodyBytes,
            Referer = referer,
            UserAgent = userAgent,
        };
    }
}
