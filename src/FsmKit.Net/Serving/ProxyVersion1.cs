using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FsmKit.Net;

/// <summary>Version 1 of the PROXY header: one line of text.</summary>
internal static class ProxyVersion1
{
    public const byte FirstByte = (byte)'P';

    /// <summary>Largest length of the line in bytes, including CR and LF.</summary>
    public const int MaxLength = 107;

    private static readonly SearchValues<char> IPv4Characters = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> IPv6Characters = SearchValues.Create("0123456789abcdefABCDEF:.");

    private static ReadOnlySpan<byte> Signature => "PROXY "u8;

    public static bool CanBegin(ReadOnlySpan<byte> line)
    {
        var common = Math.Min(line.Length, Signature.Length);
        return line[..common].SequenceEqual(Signature[..common]) && (line.Length < 2 || line[^2] != '\r' || line[^1] == '\n');
    }

    /// <summary>Parses a whole line; returns null for an invalid line.</summary>
    public static ProxyHeader? Parse(ReadOnlySpan<byte> line)
    {
        if (!line.EndsWith("\r\n"u8) || !Ascii.IsValid(line))
        {
            return null;
        }

        var text = Encoding.ASCII.GetString(line[Signature.Length..^2]);

        // Text after UNKNOWN must be ignored (PROXY protocol, section 2.1).
        if (text == "UNKNOWN" || text.StartsWith("UNKNOWN ", StringComparison.Ordinal))
        {
            return ProxyHeader.Unknown;
        }

        var family = text.StartsWith("TCP4 ", StringComparison.Ordinal) ? AddressFamily.InterNetwork
            : text.StartsWith("TCP6 ", StringComparison.Ordinal) ? AddressFamily.InterNetworkV6
            : AddressFamily.Unspecified;
        var fields = text.Split(' ');
        return fields.Length == 5 && Address(fields[1], fields[3], family) is { } source && Address(fields[2], fields[4], family) is { } destination
            ? new ProxyHeader(source, destination)
            : null;
    }

    // IPAddress.TryParse accepts forms that the PROXY protocol forbids: "1", "0x7f.1", "[::1]", "::1%2".
    private static EndPoint? Address(string address, string port, AddressFamily family)
    {
        var isPlain = family == AddressFamily.InterNetwork
            ? address.AsSpan().IndexOfAnyExcept(IPv4Characters) < 0 && address.AsSpan().Count('.') == 3
            : address.AsSpan().IndexOfAnyExcept(IPv6Characters) < 0 && address.Contains(':', StringComparison.Ordinal);
        return isPlain && IPAddress.TryParse(address, out var value) && value.AddressFamily == family
            && (family != AddressFamily.InterNetwork || value.ToString() == address)
            && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (port.Length == 1 || port[0] != '0')
                ? PlainAddress.Of(new IPEndPoint(value, number))
                : null;
    }
}
