using System.Buffers.Binary;
using System.Net;

namespace FsmKit.Net;

/// <summary>Key of one peer: an IPv4 address, or a /64 network of IPv6, the smallest block that one customer usually has (RFC 6177).</summary>
internal readonly record struct AddressKey(ulong Network, ulong IPv4)
{
    public static AddressKey Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = address.TryWriteBytes(bytes, out var length);
        return length == 4 ? new AddressKey(0, BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : address.IsIPv4MappedToIPv6 ? new AddressKey(0, BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]))
            : new AddressKey(BinaryPrimitives.ReadUInt64BigEndian(bytes), ulong.MaxValue);
    }
}
