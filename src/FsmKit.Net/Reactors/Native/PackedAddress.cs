using System.Buffers.Binary;
using System.Net;

namespace FsmKit.Net;

/// <summary>An IPv4 address and port in one word: what most accepted connections remember of their peer, without an object.</summary>
internal readonly struct PackedAddress
{
    // 1 above the port above the address: never 0 when there is one.
    private readonly ulong _packed;

    private PackedAddress(ReadOnlySpan<byte> address, ReadOnlySpan<byte> port) =>
        _packed = (1UL << 48) | ((ulong)BinaryPrimitives.ReadUInt16BigEndian(port) << 32) | BinaryPrimitives.ReadUInt32BigEndian(address);

    /// <summary>Reads what the kernel wrote; false of anything but IPv4, in its own form or in that of IPv6.</summary>
    public static bool TryRead(ReadOnlySpan<byte> raw, out PackedAddress address)
    {
        ReadOnlySpan<byte> mapped = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF];
        address = raw.Length < 8 ? default : BitConverter.ToUInt16(raw) switch
        {
            LinuxSocket.FamilyInet => new PackedAddress(raw[4..8], raw[2..4]),
            LinuxSocket.FamilyInet6 when raw.Length >= 24 && raw[8..20].SequenceEqual(mapped) => new PackedAddress(raw[20..24], raw[2..4]),
            _ => default,
        };
        return address._packed != 0;
    }

    /// <summary>The end point, or null when there is none.</summary>
    public IPEndPoint? EndPoint
    {
        get
        {
            if (_packed == 0)
            {
                return null;
            }

            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)_packed);
            return new IPEndPoint(new IPAddress(bytes), (ushort)(_packed >> 32));
        }
    }
}
