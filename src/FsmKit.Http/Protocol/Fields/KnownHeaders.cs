using System.Buffers.Binary;
using System.Text;

namespace FsmKit.Http;

/// <summary>Converts between <see cref="KnownHeader"/> and names.</summary>
internal static class KnownHeaders
{
    private const ulong Lower = 0x2020_2020_2020_2020;
    private const uint LowerHalf = 0x2020_2020;

    // In the order of the enum, which is the order of their lengths.
    private static readonly string[] All =
    [
        "",
        "TE", "Age", "Via", "Date", "ETag", "From", "Host", "Link", "Vary", "Allow", "Range", "Accept", "Cookie", "Expect", "Origin",
        "Pragma", "Server", "Alt-Svc", "Expires", "Referer", "Trailer", "Upgrade", "If-Match", "If-Range", "Location", "Forwarded",
        "Connection", "Keep-Alive", "Set-Cookie", "User-Agent", "Retry-After", "Content-Type", "Max-Forwards", "Accept-Ranges",
        "Authorization", "Cache-Control", "Content-Range", "If-None-Match", "Last-Modified", "Accept-Charset", "Content-Length",
        "Accept-Encoding", "Accept-Language", "X-Forwarded-For", "Content-Encoding", "Content-Language", "Content-Location",
        "Proxy-Connection", "WWW-Authenticate", "If-Modified-Since", "Sec-WebSocket-Key", "Transfer-Encoding", "X-Forwarded-Proto",
        "Proxy-Authenticate", "Content-Disposition", "If-Unmodified-Since", "Proxy-Authorization", "Sec-WebSocket-Accept",
        "Sec-WebSocket-Version", "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions", "Strict-Transport-Security",
    ];

    private static readonly byte[][] Labels = [.. All.Select(static name => Encoding.ASCII.GetBytes(name + ": "))];
    private static readonly byte[][] LowerNames = [.. All.Select(static name => Encoding.ASCII.GetBytes(name.ToLowerInvariant()))];

    // FirstOf[n] is the first name of n bytes or more.
    private static readonly byte[] FirstOf =
        [.. Enumerable.Range(0, All[^1].Length + 2).Select(static length => (byte)All.Count(name => name.Length < length))];

    /// <summary>Returns the name as written in messages, as a string.</summary>
    public static string Text(KnownHeader header) => All[(int)header];

    /// <summary>Returns the name as written in messages.</summary>
    public static ReadOnlySpan<byte> Name(KnownHeader header) => Label(header)[..^2];

    /// <summary>Returns the name with a colon and a space.</summary>
    public static ReadOnlySpan<byte> Label(KnownHeader header) => Labels[(int)header];

    /// <summary>
    /// Finds the known name of a token; <see cref="KnownHeader.None"/> for others. The argument must be a token: two different token
    /// octets, other than the cases of a letter, differ in more than the case bit.
    /// </summary>
    public static KnownHeader Find(ReadOnlySpan<byte> token)
    {
        var firstOf = FirstOf;
        if (token.Length + 1 >= firstOf.Length)
        {
            return KnownHeader.None;
        }

        int last = firstOf[token.Length + 1];
        for (int i = firstOf[token.Length]; i < last; i++)
        {
            if (IsSame(token, LowerNames[i]))
            {
                return (KnownHeader)i;
            }
        }

        return KnownHeader.None;
    }

    // Compares word by word; the last word overlaps the one before it.
    private static bool IsSame(ReadOnlySpan<byte> token, ReadOnlySpan<byte> lower)
    {
        if (token.Length < sizeof(ulong))
        {
            return token.Length >= sizeof(uint)
                ? IsSameWord4(token, lower) && IsSameWord4(token[^sizeof(uint)..], lower[^sizeof(uint)..])
                : Octets.AreSame(token, lower);
        }

        for (var i = 0; i + sizeof(ulong) <= token.Length; i += sizeof(ulong))
        {
            if (!IsSameWord8(token[i..], lower[i..]))
            {
                return false;
            }
        }

        return IsSameWord8(token[^sizeof(ulong)..], lower[^sizeof(ulong)..]);
    }

    private static bool IsSameWord8(ReadOnlySpan<byte> token, ReadOnlySpan<byte> lower) =>
        (BinaryPrimitives.ReadUInt64LittleEndian(token) | Lower) == BinaryPrimitives.ReadUInt64LittleEndian(lower);

    private static bool IsSameWord4(ReadOnlySpan<byte> token, ReadOnlySpan<byte> lower) =>
        (BinaryPrimitives.ReadUInt32LittleEndian(token) | LowerHalf) == BinaryPrimitives.ReadUInt32LittleEndian(lower);
}
