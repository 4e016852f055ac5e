using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FsmKit.Net;

/// <summary>Destination of a connection: a host and a port.</summary>
/// <param name="Host">A name, an IP address, <c>unix:/path</c>, or <c>unix:@name</c> for an abstract Unix socket of Linux.</param>
/// <param name="Port">The port, 1 to 65535; 0 for a Unix socket.</param>
/// <remarks>Text forms: <c>name:80</c>, <c>10.0.0.1:80</c>, <c>[::1]:80</c>, <c>unix:/path</c>.</remarks>
public readonly record struct HostPort(string Host, int Port = 0) : IParsable<HostPort>
{
    private bool IsUnix => UnixHost.Is(Host);

    internal bool IsValid => IsUnix ? UnixHost.Path(Host).Length > 0 : !string.IsNullOrWhiteSpace(Host) && Port is > 0 and <= 65535;

    /// <inheritdoc/>
    public static HostPort Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"'{s}' is not a destination. Use host:port, [IPv6 address]:port or unix:/path.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out HostPort result)
    {
        var text = s?.Trim() ?? "";
        if (UnixHost.Is(text))
        {
            result = new HostPort(text);
            return result.IsValid;
        }

        var colon = text.LastIndexOf(':');
        var host = colon < 0 ? "" : text[..colon];
        var isBracketed = host.StartsWith('[') && host.EndsWith(']');
        if (isBracketed)
        {
            host = host[1..^1];
        }

        // Without brackets, the last group of an IPv6 address could be a port.
        var isHost = isBracketed || !host.Contains(':', StringComparison.Ordinal);
        result = isHost && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new HostPort(host, port)
            : default;
        return result.IsValid;
    }

    /// <inheritdoc/>
    public override string ToString() => IsUnix ? Host
        : Host?.Contains(':', StringComparison.Ordinal) == true ? string.Create(CultureInfo.InvariantCulture, $"[{Host}]:{Port}")
        : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
