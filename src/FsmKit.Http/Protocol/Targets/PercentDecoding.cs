namespace FsmKit.Http;

/// <summary>Decodes the escapes of a URI (RFC 3986 §2.1), each once.</summary>
public static class PercentDecoding
{
    /// <summary>Decodes a part of a query, such as a name or a value of <see cref="HttpQuery"/>.</summary>
    /// <param name="source">The octets of the part as they were sent.</param>
    /// <param name="destination">A span at least as long as the source.</param>
    /// <param name="plusIsSpace">Whether <c>+</c> stands for a space, as in forms. Default false.</param>
    /// <returns>The length of the result in bytes; -1 for an escape that is malformed or stands for NUL.</returns>
    public static int Decode(ReadOnlySpan<byte> source, Span<byte> destination, bool plusIsSpace = false)
    {
        var length = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var octet = source[i];
            if (octet == '%')
            {
                var value = Escape(source[i..]);
                if (value <= 0)
                {
                    return -1;
                }

                octet = (byte)value;
                i += 2;
            }
            else if (octet == '+' && plusIsSpace)
            {
                octet = (byte)' ';
            }

            destination[length++] = octet;
        }

        return length;
    }

    /// <summary>Returns whether each escape has two hexadecimal digits and none stands for NUL.</summary>
    internal static bool IsDecodable(ReadOnlySpan<byte> source)
    {
        for (var at = source.IndexOf((byte)'%'); at >= 0; at = source.IndexOf((byte)'%'))
        {
            if (Escape(source[at..]) <= 0)
            {
                return false;
            }

            source = source[(at + 3)..];
        }

        return true;
    }

    /// <summary>Returns the octet of the escape at the beginning; -1 for a malformed escape.</summary>
    internal static int Escape(ReadOnlySpan<byte> escape)
    {
        if (escape.Length < 3)
        {
            return -1;
        }

        var (high, low) = (Octets.Hex(escape[1]), Octets.Hex(escape[2]));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
