using System.Buffers.Binary;
using System.Net;

namespace FsmKit.Net;

/// <summary>IPv4 address and port in 8 bytes. Saves an object per accepted connection.</summary>
internal readonly struct PackedAddress
{
    // Bit 48 is set, then 16 bits of port, then 32 bits of address; 0 means no address.
    private readonly ulong _packed;

    private PackedAddress(ReadOnlySpan<byte> address, ReadOnlySpan<byte> port) =>
        _packed = (1UL << 48) | ((ulong)BinaryPrimitives.ReadUInt16BigEndian(port) << 32) | BinaryPrimitives.ReadUInt32BigEndian(address);

    /// <summary>Parses an address in the kernel's layout. Returns false unless it is IPv4 or IPv4-mapped IPv6.</summary>
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

    /// <summary>The end point; null without an address.</summary>
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
