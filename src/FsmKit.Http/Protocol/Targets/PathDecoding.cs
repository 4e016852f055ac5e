using System.Buffers;
using System.Text.Unicode;

namespace FsmKit.Http;

/// <summary>
/// From the path of a request target to the path of a resource: escapes decoded once, dot segments resolved, all of it UTF-8.
/// </summary>
/// <remarks><c>%2F</c> stays as it is: decoded it would be a boundary of segments that the sender did not write.</remarks>
internal static class PathDecoding
{
    private const int OnStack = 512;

    /// <summary>Whether it can be decoded.</summary>
    public static bool IsDecodable(ReadOnlySpan<byte> path)
    {
        if (path.Length <= OnStack)
        {
            return Decode(path, stackalloc byte[OnStack]) >= 0;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(path.Length);
        var isDecodable = Decode(path, buffer) >= 0;
        ArrayPool<byte>.Shared.Return(buffer);
        return isDecodable;
    }

    /// <summary>Decodes.</summary>
    /// <param name="path">The path as it was sent.</param>
    /// <param name="destination">As long as the path, or longer.</param>
    /// <returns>
    /// How many bytes it has become; -1 when an escape is malformed or a control character, when the octets are not UTF-8 (overlong
    /// forms are not), or when dot segments lead above the root.
    /// </returns>
    public static int Decode(ReadOnlySpan<byte> path, Span<byte> destination)
    {
        var length = Unescape(path, destination);
        return length < 0 || !Utf8.IsValid(destination[..length]) ? -1 : ResolveDots(destination[..length]);
    }

    private static int Unescape(ReadOnlySpan<byte> path, Span<byte> destination)
    {
        var length = 0;
        for (var i = 0; i < path.Length; i++)
        {
            var octet = path[i];
            if (octet == '%')
            {
                var value = PercentDecoding.Escape(path[i..]);
                if (value is < 0x20 or 0x7F)
                {
                    return -1;
                }

                if (value != '/')
                {
                    octet = (byte)value;
                    i += 2;
                }
            }

            destination[length++] = octet;
        }

        return length;
    }

    // RFC 3986 §5.2.4, in place: what is written is never ahead of what is read.
    private static int ResolveDots(Span<byte> path)
    {
        var written = 0;
        for (var read = 0; read < path.Length;)
        {
            var next = path[(read + 1)..].IndexOf((byte)'/');
            var end = next < 0 ? path.Length : read + 1 + next;
            var segment = path[read..end];
            var isLast = end == path.Length;
            if (segment.SequenceEqual("/.."u8))
            {
                if (written == 0)
                {
                    return -1;
                }

                written = path[..written].LastIndexOf((byte)'/');
            }
            else if (!segment.SequenceEqual("/."u8))
            {
                segment.CopyTo(path[written..]);
                written += segment.Length;
                isLast = false;
            }

            read = end;
            if (isLast)
            {
                path[written++] = (byte)'/';
            }
        }

        return written;
    }
}
