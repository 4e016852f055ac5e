using System.Net;

namespace FsmKit.Http;

/// <summary>What an access log is told of a request that is over. Everything is as it was received; the log escapes it.</summary>
internal readonly ref struct HttpLogLine
{
    /// <summary>The client: its IP address is written, <c>-</c> for anything else.</summary>
    public EndPoint? Client { get; init; }

    /// <summary>Who the client says it is; empty when nobody knows.</summary>
    public ReadOnlySpan<byte> User { get; init; }

    /// <summary>When the request came, in the offset that is to be written.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Empty when what came was no request: the request line is <c>-</c> then.</summary>
    public ReadOnlySpan<byte> Method { get; init; }

    /// <summary>The request target as it was sent.</summary>
    public ReadOnlySpan<byte> Target { get; init; }

    /// <summary><c>HTTP/1.1</c></summary>
    public ReadOnlySpan<byte> Version { get; init; }

    /// <summary>0 when no response was begun: written as <c>-</c>.</summary>
    public int Status { get; init; }

    /// <summary>How many bytes of the body were sent, without framing; 0 is written as <c>-</c>.</summary>
    public long BodyBytes { get; init; }

    /// <summary>The field <c>Referer</c>; empty when there is none.</summary>
    public ReadOnlySpan<byte> Referer { get; init; }

    /// <summary>The field <c>User-Agent</c>; empty when there is none.</summary>
    public ReadOnlySpan<byte> UserAgent { get; init; }

    /// <summary>The line of a request whose head was read.</summary>
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
