using System.Text;

namespace FsmKit.Http;

/// <summary>What the connections of a server have in common. Immutable; one object serves any number of connections and threads.</summary>
public sealed class HttpServerOptions
{
    private readonly byte[] _serverLine = [];

    /// <summary>Default limits, a <c>Date</c>, no <c>Server</c>.</summary>
    public static HttpServerOptions Default { get; } = new();

    /// <summary>How much a client may send.</summary>
    public HttpLimits Limits { get; init; } = HttpLimits.Default;

    /// <summary>
    /// The value of <c>Server</c> in every response that does not bring its own. Null writes no such field, so that clients do not learn what serves them.
    /// </summary>
    /// <exception cref="ArgumentException">It is not printable ASCII.</exception>
    public string? ServerName { get; init => _serverLine = LineOf(field = value); }

    /// <summary>Whether responses that do not bring their own have a <c>Date</c>, as who has a clock must send (RFC 9110 §6.6.1).</summary>
    public bool SendsDate { get; init; } = true;

    /// <summary>The clock of <c>Date</c>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal HttpStamp Stamp => field ??= new HttpStamp(Time, _serverLine);

    private static byte[] LineOf(string? name) => name is null ? []
        : name.Length > 0 && !name.AsSpan().ContainsAnyExceptInRange(' ', '~') ? Encoding.ASCII.GetBytes($"Server: {name}\r\n")
        : throw new ArgumentException("The name of a server is printable ASCII.", nameof(name));
}
