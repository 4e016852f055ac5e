namespace FsmKit.Http;

/// <summary>The grammar between the brackets of a host (RFC 3986 §3.2.2): an IPv6 address without a zone, or an address of a later version.</summary>
internal static class IpLiteral
{
    private const int Groups = 8;

    /// <summary>
    /// Returns whether the text is an IPv6 address: eight groups, of which one run of zeros may be omitted and the last two may be IPv4.
    /// </summary>
    public static bool IsAddress6(ReadOnlySpan<byte> text)
    {
        var gap = text.IndexOf("::"u8);
        if (gap < 0)
        {
            return Count(text, mayEndInAddress4: true) == Groups;
        }

        var before = gap == 0 ? 0 : Count(text[..gap], mayEndInAddress4: false);
        var behind = gap + 2 == text.Length ? 0 : Count(text[(gap + 2)..], mayEndInAddress4: true);
        return before >= 0 && behind >= 0 && before + behind < Groups;
    }

    /// <summary>Returns whether the text is an address of a later version: <c>"v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )</c>.</summary>
    public static bool IsFuture(ReadOnlySpan<byte> text)
    {
        var point = text.IndexOf((byte)'.');
        if (point < 2 || (text[0] | 0x20) != 'v' || point + 1 == text.Length)
        {
            return false;
        }

        foreach (var digit in text[1..point])
        {
            if (Octets.Hex(digit) < 0)
            {
                return false;
            }
        }

        foreach (var octet in text[(point + 1)..])
        {
            if (octet != ':' && (octet == '%' || !Octets.RegName.Contains(octet)))
            {
                return false;
            }
        }

        return true;
    }

    // Number of groups of one to four digits between colons; -1 for an invalid group.
    private static int Count(ReadOnlySpan<byte> text, bool mayEndInAddress4)
    {
        for (var count = 0; ; count++)
        {
            var colon = text.IndexOf((byte)':');
            if (colon < 0)
            {
                return IsGroup(text) ? count + 1 : mayEndInAddress4 && IsAddress4(text) ? count + 2 : -1;
            }

            if (!IsGroup(text[..colon]))
            {
                return -1;
            }

            text = text[(colon + 1)..];
        }
    }

    private static bool IsGroup(ReadOnlySpan<byte> text)
    {
        foreach (var octet in text)
        {
            if (Octets.Hex(octet) < 0)
            {
                return false;
            }
        }

        return text.Length is >= 1 and <= 4;
    }

    // Four numbers up to 255 without leading zeros.
    private static bool IsAddress4(ReadOnlySpan<byte> text)
    {
        var (parts, number, digits) = (1, 0, 0);
        foreach (var octet in text)
        {
            if (octet == '.')
            {
                if (digits == 0)
                {
                    return false;
                }

                (parts, number, digits) = (parts + 1, 0, 0);
            }
            else if (!Octets.IsDigit(octet) || (digits > 0 && number == 0))
            {
                return false;
            }
            else
            {
                (number, digits) = (number * 10 + octet - '0', digits + 1);
                if (number > byte.MaxValue)
                {
                    return false;
                }
            }
        }

        return parts == 4 && digits > 0;
    }
}
