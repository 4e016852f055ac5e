using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Version 2 of the PROXY header: 12 bytes of signature, version and command, family, length, addresses, extensions.</summary>
internal static class ProxyVersion2
{
    public const int FixedLength = 16;
    public const int MaxAddresses = 2 * UnixPath;

    private const int UnixPath = 108;
    private const int Invalid = -1;

    private static ReadOnlySpan<byte> Signature => [0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A];

    /// <summary>
    /// Whether a header may begin with these bytes. The byte after the signature has version 2 and a command, LOCAL or PROXY.
    /// </summary>
    public static bool CanBegin(ReadOnlySpan<byte> head)
    {
        var common = Math.Min(head.Length, Signature.Length);
        return head[..common].SequenceEqual(Signature[..common]) && (head.Length <= 12 || head[12] is 0x20 or 0x21);
    }

    /// <summary>Returns the number of bytes after the fixed part.</summary>
    public static int Extent(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadUInt16BigEndian(head[14..]);

    /// <summary>Returns the number of address bytes after the fixed part; -1 for an invalid family.</summary>
    public static int AddressLength(ReadOnlySpan<byte> head) => IsLocal(head) ? 0 : head[13] switch
    {
        0x11 => 12,
        0x21 => 36,
        0x31 => MaxAddresses,

        // Unspecified: the addresses of the connection itself apply. Families of datagrams are invalid: treated as unspecified, they would
        // let a client in with the address of the proxy.
        0x00 => 0,
        _ => Invalid,
    };

    /// <summary>Parses the fixed part and the addresses.</summary>
    public static ProxyHeader Parse(ReadOnlySpan<byte> head)
    {
        var addresses = head[FixedLength..];
        return AddressLength(head) switch
        {
            12 => new ProxyHeader(Inet(addresses[..4], addresses[8..]), Inet(addresses[4..8], addresses[10..])),
            36 => new ProxyHeader(Inet(addresses[..16], addresses[32..]), Inet(addresses[16..32], addresses[34..])),
            MaxAddresses => new ProxyHeader(Unix(addresses[..UnixPath]), Unix(addresses[UnixPath..])),
            _ => ProxyHeader.Unknown,
        };
    }

    private static bool IsLocal(ReadOnlySpan<byte> head) => head[12] == 0x20;

    private static EndPoint Inet(ReadOnlySpan<byte> address, ReadOnlySpan<byte> port) =>
        PlainAddress.Of(new IPEndPoint(new IPAddress(address), BinaryPrimitives.ReadUInt16BigEndian(port)))!;

    private static EndPoint? Unix(ReadOnlySpan<byte> path)
    {
        // The path is padded with zeros; an abstract name begins with a zero.
        var end = path.LastIndexOfAnyExcept((byte)0);
        return end < 0 ? null : UnixAddress.Of(path[..(end + 1)]);
    }
}
