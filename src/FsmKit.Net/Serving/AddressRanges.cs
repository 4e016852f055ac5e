using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace FsmKit.Net;

/// <summary>List of IPv4 and IPv6 addresses and CIDR blocks, each with or without a port. Immutable; safe on any thread.</summary>
/// <remarks>
/// The text form separates items by commas or blanks: <c>10.0.0.0/8, 192.0.2.7:4000, ::1, [fd00::/8]:443</c>. Host names are not allowed: a
/// look-up for each connection would block the loop, and a forged answer of the name service would open the server.
/// </remarks>
public sealed class AddressRanges : IParsable<AddressRanges>
{
    private static readonly char[] Separators = [',', ' ', '\t', '\n', '\r'];
    private readonly AddressRange[] _ranges;

    private AddressRanges(AddressRange[] ranges) => _ranges = ranges;

    /// <summary>The empty list.</summary>
    public static AddressRanges Empty { get; } = new([]);

    /// <summary>Whether the list is empty.</summary>
    public bool IsEmpty => _ranges.Length == 0;

    /// <summary>Parses a list. Text without an item gives the empty list.</summary>
    /// <exception cref="FormatException">An item is neither an address nor a CIDR block, or its port is not 0 to 65535.</exception>
    public static AddressRanges Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return new AddressRanges(Array.ConvertAll(s.Split(Separators, StringSplitOptions.RemoveEmptyEntries), static item =>
            AddressRange.TryParse(item, out var range)
                ? range
                : throw new FormatException($"'{item}' is not an address. Use 10.0.0.7, 10.0.0.0/8, ::1 or fd00::/8, each also with a port (10.0.0.7:80, [::1]:80).")));
    }

    /// <summary>Parses a list. Returns false, with a null list, for null or text that is not a list.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out AddressRanges result)
    {
        result = null;
        try
        {
            result = s is null ? null : Parse(s, provider);
        }
        catch (FormatException)
        {
            // The result stays null.
        }

        return result is not null;
    }

    /// <summary>
    /// Returns whether an item of the list contains the end point. An IPv4-mapped address (<c>::ffff:10.0.0.7</c>) is compared as IPv4.
    /// </summary>
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

    /// <summary>Returns the list as text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Join(", ", _ranges);
}
