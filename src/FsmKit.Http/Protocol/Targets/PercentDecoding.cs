namespace FsmKit.Http;

/// <summary>Escapes of a URI (RFC 3986 §2.1), decoded once and never twice.</summary>
public static class PercentDecoding
{
    /// <summary>Decodes a part of a query, such as a name or a value of <see cref="HttpQuery"/>.</summary>
    /// <param name="source">The part as it was sent.</param>
    /// <param name="destination">As long as the source, or longer.</param>
    /// <param name="plusIsSpace">As forms write spaces.</param>
    /// <returns>How many bytes it has become; -1 when an escape is not two hexadecimal digits, or is a NUL.</returns>
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

    /// <summary>Whether every escape is two hexadecimal digits, and none is NUL.</summary>
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

    /// <summary>The octet that an escape at the beginning stands for, or -1.</summary>
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
