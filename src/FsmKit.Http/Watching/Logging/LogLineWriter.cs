using System.Buffers;
using System.Net;

namespace FsmKit.Http;

/// <summary>
/// Writes one line of an access log. Octets chosen by a client are escaped, so that a client cannot forge a line or a field.
/// </summary>
internal ref struct LogLineWriter(Span<byte> destination)
{
    /// <summary>Longest target, referer or user agent in octets; the rest is cut.</summary>
    public const int LongestItem = 8192;

    private const int Escaped = 4;
    private const int Fixed = 256;

    // As in nginx, quotes and backslashes are escaped as \xHH too, so that an item contains neither.
    private static readonly SearchValues<byte> Quotable = PrintableFrom(' ');
    private static readonly SearchValues<byte> Bare = PrintableFrom('!');

    private readonly Span<byte> _destination = destination;
    private int _count;

    /// <summary>Returns the largest number of bytes that the line can have.</summary>
    public static int Bound(in HttpLogLine line) => Fixed
        + Escaped * (Cut(line.User).Length + Cut(line.Method).Length + Cut(line.Target).Length + Cut(line.Version).Length
            + Cut(line.Referer).Length + Cut(line.UserAgent).Length);

    /// <summary>Writes the line, line feed included.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int Write(in HttpLogLine line, HttpLogFormat format, Span<byte> destination)
    {
        var to = new LogLineWriter(destination);
        to.Address(line.Client);
        to.Raw(" - "u8);
        to.Item(line.User, Bare);
        to.Raw(" "u8);
        to._count += LogStamp.Write(line.Time, to.Rest);
        to.Request(in line);
        to.Number(line.Status);
        to.Raw(" "u8);
        to.Number(line.BodyBytes);
        if (format == HttpLogFormat.Combined)
        {
            to.Raw(" \""u8);
            to.Item(line.Referer, Quotable);
            to.Raw("\" \""u8);
            to.Item(line.UserAgent, Quotable);
            to.Raw("\""u8);
        }

        to.Raw("\n"u8);
        return to._count;
    }

    private readonly Span<byte> Rest => _destination[_count..];

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> item) => item.Length <= LongestItem ? item : item[..LongestItem];

    private static SearchValues<byte> PrintableFrom(char first) =>
        SearchValues.Create([.. Enumerable.Range(first, '~' - first + 1).Select(static octet => (byte)octet).Except("\"\\"u8.ToArray())]);

    private void Request(in HttpLogLine line)
    {
        Raw(" \""u8);
        Item(line.Method, Quotable);
        if (!line.Method.IsEmpty)
        {
            Raw(" "u8);
            Item(line.Target, Quotable);
            Raw(" "u8);
            Item(line.Version, Quotable);
        }

        Raw("\" "u8);
    }

    private void Address(EndPoint? client)
    {
        if (client is not IPEndPoint { Address: var address } || !address.TryFormat(Rest, out var length))
        {
            Raw("-"u8);
            return;
        }

        // An IPv4 client of a dual-stack socket is written as IPv4.
        var mapped = "::ffff:"u8;
        if (address.IsIPv4MappedToIPv6 && Rest.StartsWith(mapped))
        {
            Rest[mapped.Length..length].CopyTo(Rest);
            length -= mapped.Length;
        }

        _count += length;
    }

    private void Number(long number)
    {
        if (number <= 0)
        {
            Raw("-"u8);
            return;
        }

        number.TryFormat(Rest, out var length, default, System.Globalization.CultureInfo.InvariantCulture);
        _count += length;
    }

    private void Item(ReadOnlySpan<byte> item, SearchValues<byte> plain)
    {
        if (item.IsEmpty)
        {
            Raw("-"u8);
            return;
        }

        item = Cut(item);
        while (item.IndexOfAnyExcept(plain) is >= 0 and var run)
        {
            Raw(item[..run]);
            Escape(item[run]);
            item = item[(run + 1)..];
        }

        Raw(item);
    }

    private void Escape(byte octet)
    {
        var digits = "0123456789ABCDEF"u8;
        Raw([(byte)'\\', (byte)'x', digits[octet >> 4], digits[octet & 0xF]]);
    }

    private void Raw(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Rest);
        _count += bytes.Length;
    }
}
