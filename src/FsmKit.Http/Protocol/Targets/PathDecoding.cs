using System.Buffers;
using System.Text;

namespace FsmKit.Http;

/// <summary>Converts the path of a request target to the path of a resource: decodes escapes once and resolves dot segments.</summary>
/// <remarks>
/// <c>%2F</c> stays encoded: decoded it would become a segment boundary that the sender did not write. Escapes of octets that are not
/// UTF-8, overlong forms included, stay encoded too, so that no two paths become equal.
/// </remarks>
internal static class PathDecoding
{
    private const int OnStack = 512;

    // Results of decoding in place of a length.
    private const int Malformed = -1;
    private const int HasNul = -2;
    private const int HasControl = -3;
    private const int IsNoText = -4;
    private const int AboveRoot = -5;

    /// <summary>Checks whether a path can be decoded.</summary>
    /// <param name="path">The path as it was sent.</param>
    /// <param name="isStrict">Whether escapes of control characters and of octets that are not UTF-8 are refused.</param>
    /// <param name="passesRoot">Whether segments that lead above the root are dropped instead of refused.</param>
    /// <returns>The fault; null for a good path.</returns>
    public static string? Check(ReadOnlySpan<byte> path, bool isStrict, bool passesRoot)
    {
        if (path.Length <= OnStack)
        {
            return Why(Decode(path, stackalloc byte[OnStack], isStrict, passesRoot));
        }

        var buffer = ArrayPool<byte>.Shared.Rent(path.Length);
        var length = Decode(path, buffer, isStrict, passesRoot);
        ArrayPool<byte>.Shared.Return(buffer);
        return Why(length);
    }

    /// <summary>Decodes a path that was checked.</summary>
    /// <param name="path">The path as it was sent.</param>
    /// <param name="destination">A span at least as long as the path.</param>
    /// <returns>The length of the decoded path in bytes.</returns>
    public static int Decode(ReadOnlySpan<byte> path, Span<byte> destination) => Decode(path, destination, isStrict: false, passesRoot: true);

    private static int Decode(ReadOnlySpan<byte> path, Span<byte> destination, bool isStrict, bool passesRoot)
    {
        var length = Unescape(path, destination, isStrict);
        return length < 0 ? length : ResolveDots(destination[..length], passesRoot);
    }

    private static string? Why(int length) => length switch
    {
        >= 0 => null,
        Malformed => "The path has a % that two hexadecimal digits do not follow.",
        HasNul => "The path escapes a NUL.",
        HasControl => "The path escapes a control character.",
        IsNoText => "The path escapes octets that are not UTF-8.",
        _ => "The path leads above the root.",
    };

    private static int Unescape(ReadOnlySpan<byte> path, Span<byte> destination, bool isStrict)
    {
        var (length, width) = (0, 0);
        for (var i = 0; i < path.Length; i += width)
        {
            var octet = Next(path[i..], out width);
            if (octet <= 0)
            {
                return octet < 0 ? Malformed : HasNul;
            }

            if (isStrict && octet is < 0x20 or 0x7F)
            {
                return HasControl;
            }

            if (octet >= 0x80)
            {
                var count = TakeRune(path[i..], destination[length..], ref width);
                if (count > 0)
                {
                    length += count;
                    continue;
                }

                if (isStrict)
                {
                    return IsNoText;
                }
            }
            else if (octet != '/' || width == 1)
            {
                destination[length++] = (byte)octet;
                continue;
            }

            path.Slice(i, width).CopyTo(destination[length..]);
            length += width;
        }

        return length;
    }

    // Returns the next octet and its width in the input: one byte, or three as an escape; -1 for a malformed escape.
    private static int Next(ReadOnlySpan<byte> path, out int width)
    {
        width = path[0] == '%' ? 3 : 1;
        return width == 1 ? path[0] : PercentDecoding.Escape(path);
    }

    // Reads a character of several octets, each escaped or not.
    private static int TakeRune(ReadOnlySpan<byte> path, Span<byte> destination, ref int width)
    {
        Span<byte> octets = stackalloc byte[4];
        Span<int> ends = stackalloc int[4];
        var (count, at) = (0, 0);
        while (count < octets.Length && at < path.Length && Next(path[at..], out var wide) is >= 0x80 and var octet)
        {
            at += wide;
            (octets[count], ends[count]) = ((byte)octet, at);
            count++;
        }

        if (Rune.DecodeFromUtf8(octets[..count], out _, out var used) != OperationStatus.Done)
        {
            return 0;
        }

        width = ends[used - 1];
        octets[..used].CopyTo(destination);
        return used;
    }

    // RFC 3986 §5.2.4, in place: the write position never passes the read position.
    private static int ResolveDots(Span<byte> path, bool passesRoot)
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
                if (written == 0 && !passesRoot)
                {
                    return AboveRoot;
                }

                written = Math.Max(0, path[..written].LastIndexOf((byte)'/'));
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
