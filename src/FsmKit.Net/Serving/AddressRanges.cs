using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace FsmKit.Net;

/// <summary>A list of addresses: single ones and CIDR blocks of IPv4 and IPv6, each with or without a port.</summary>
/// <remarks>
/// As text, between commas or blanks: <c>10.0.0.0/8, 192.0.2.7:4000, ::1, [fd00::/8]:443</c>. There are no names in it: asking the name
/// service for each connection would hold up the loop, and would trust whoever answers.
/// </remarks>
public sealed class AddressRanges : IParsable<AddressRanges>
{
    private static readonly char[] Separators = [',', ' ', '\t', '\n', '\r'];
    private readonly AddressRange[] _ranges;

    private AddressRanges(AddressRange[] ranges) => _ranges = ranges;

    /// <summary>The list without an address.</summary>
    public static AddressRanges Empty { get; } = new([]);

    /// <summary>Whether there is none in it.</summary>
    public bool IsEmpty => _ranges.Length == 0;

    /// <summary>Reads a list; text without an address is the empty list.</summary>
    /// <exception cref="FormatException">An item is no address.</exception>
    public static AddressRanges Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return new AddressRanges(Array.ConvertAll(s.Split(Separators, StringSplitOptions.RemoveEmptyEntries), static item =>
            AddressRange.TryParse(item, out var range)
                ? range
                : throw new FormatException($"'{item}' is no address: 10.0.0.7, 10.0.0.0/8, ::1, fd00::/8, each also with a port (10.0.0.7:80, [::1]:80).")));
    }

    /// <summary>Reads a list, with the failure as a value.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out AddressRanges result)
    {
        result = null;
        try
        {
            result = s is null ? null : Parse(s, provider);
        }
        catch (FormatException)
        {
            // Null says so.
        }

        return result is not null;
    }

    /// <summary>Whether the end point is one of these. An IPv4 address in IPv6 form (<c>::ffff:10.0.0.7</c>) counts as what it is.</summary>
    public bool Contains(IPEndPoint endPoint)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        var address = endPoint.Address.IsIPv4MappedToIPv6 ? endPoint.Address.MapToIPv4() : endPoint.Address;
        foreach (var range in _ranges)
        {
            if (range.Contains(address, endPoint.Port))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The list as text that can be parsed again.</summary>
    public override string ToString() => string.Join(", ", _ranges);
}
