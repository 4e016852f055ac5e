using System.Globalization;
using System.Net;

namespace FsmKit.Net;

/// <summary>One address or CIDR block, with or without a port.</summary>
internal readonly record struct AddressRange(IPNetwork Network, int? Port)
{
    /// <summary>Reads <c>10.0.0.7</c>, <c>10.0.0.0/8</c>, <c>10.0.0.7:443</c>, <c>::1</c>, <c>fd00::/8</c> or <c>[fd00::1]:443</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AddressRange range)
    {
        range = default;
        return TryTakePort(ref text, out var port) && TryTakePrefix(ref text, out var prefix)
            && IPAddress.TryParse(text, out var address) && TryMake(address, prefix, port, out range);
    }

    public bool Contains(IPAddress address, int port) => (Port is null || Port == port) && Network.Contains(address);

    public override string ToString()
    {
        var address = Network.BaseAddress;
        var isWhole = Network.PrefixLength == (address.GetAddressBytes().Length * 8);
        var block = isWhole ? address.ToString() : string.Create(CultureInfo.InvariantCulture, $"{address}/{Network.PrefixLength}");
        return Port is not { } port ? block
            : block.Contains(':', StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"[{block}]:{port}")
            : string.Create(CultureInfo.InvariantCulture, $"{block}:{port}");
    }

    // A port follows a bracket, or the only colon.
    private static bool TryTakePort(ref ReadOnlySpan<char> text, out int? port)
    {
        port = null;
        var end = text.Length;
        if (text.StartsWith("["))
        {
            end = text.IndexOf(']');
            if (end < 0 || (end + 1 < text.Length && text[end + 1] != ':'))
            {
                return false;
            }
        }
        else if (text.Count(':') == 1)
        {
            end = text.IndexOf(':');
        }

        var hasBracket = text.StartsWith("[");
        var rest = text[Math.Min(text.Length, end + (hasBracket ? 1 : 0))..];
        text = hasBracket ? text[1..end] : text[..end];
        if (rest.IsEmpty)
        {
            return true;
        }

        var isPort = ushort.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        port = value;
        return isPort;
    }

    private static bool TryTakePrefix(ref ReadOnlySpan<char> text, out int? prefix)
    {
        prefix = null;
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return true;
        }

        var isNumber = byte.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        text = text[..slash];
        prefix = value;
        return isNumber;
    }

    // Bits after the prefix are cleared: 10.1.2.3/8 means 10.0.0.0/8, as in most firewalls.
    private static bool TryMake(IPAddress address, int? prefix, int? port, out AddressRange range)
    {
        range = default;
        if (address.IsIPv4MappedToIPv6 && prefix is null)
        {
            address = address.MapToIPv4();
        }

        Span<byte> bytes = stackalloc byte[16];
        _ = address.TryWriteBytes(bytes, out var length);
        bytes = bytes[..length];
        var bits = prefix ?? (length * 8);
        if (bits > length * 8)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            var kept = Math.Clamp(bits - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xFF << (8 - kept));
        }

        range = new AddressRange(new IPNetwork(new IPAddress(bytes), bits), port);
        return true;
    }
}
