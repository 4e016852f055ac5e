using System.Text;

namespace FsmKit.Http;

/// <summary>Options of <see cref="HttpServerProtocol"/>. Immutable; one object serves any number of connections and threads.</summary>
public sealed class HttpServerOptions
{
    private readonly byte[] _serverLine = [];

    /// <summary>Options with default limits, with <c>Date</c> and without <c>Server</c>.</summary>
    public static HttpServerOptions Default { get; } = new();

    /// <summary>Limits and strictness of reading requests. Default <see cref="HttpLimits.Default"/>.</summary>
    public HttpLimits Limits { get; init; } = HttpLimits.Default;

    /// <summary>
    /// The value of <c>Server</c> in each response whose application adds no such field; printable ASCII. Null, the default, writes no such
    /// field and does not disclose the software.
    /// </summary>
    /// <exception cref="ArgumentException">The value is empty or not printable ASCII.</exception>
    public string? ServerName { get; init => _serverLine = LineOf(field = value); }

    /// <summary>
    /// Whether the protocol adds <c>Date</c> to responses without one. Default true, as an origin server with a clock must send it (RFC
    /// 9110 §6.6.1).
    /// </summary>
    public bool SendsDate { get; init; } = true;

    /// <summary>The clock of <c>Date</c>. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal HttpStamp Stamp => field ??= new HttpStamp(Time, _serverLine);

    private static byte[] LineOf(string? name) => name is null ? []
        : name.Length > 0 && !name.AsSpan().ContainsAnyExceptInRange(' ', '~') ? Encoding.ASCII.GetBytes($"Server: {name}\r\n")
        : throw new ArgumentException("The name of a server is printable ASCII.", nameof(name));
}
