using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Parses addresses in the kernel's layout. EndPoint.Serialize does the reverse.</summary>
internal static unsafe class NativeAddress
{
    public const int MaxLength = 128;

    /// <summary>Returns the local address of a descriptor; null if the system does not report it.</summary>
    public static EndPoint? Local(int fd)
    {
        var raw = stackalloc byte[MaxLength];
        var length = MaxLength;
        return Libc.LocalAddress(fd, raw, &length) == 0 ? Parse(new ReadOnlySpan<byte>(raw, Math.Min(length, MaxLength))) : null;
    }

    /// <summary>Returns the peer's address of a descriptor; null if the connection has ended.</summary>
    public static EndPoint? Peer(int fd)
    {
        var raw = stackalloc byte[MaxLength];
        var length = MaxLength;
        return Libc.PeerAddress(fd, raw, &length) == 0 ? Parse(new ReadOnlySpan<byte>(raw, Math.Min(length, MaxLength))) : null;
    }

    /// <summary>Parses an address of any length; returns null for an unknown family, a short address, or a Unix socket without a name.</summary>
    /// <remarks>
    /// sockaddr_in: family 2, port 2 (network order), address 4. sockaddr_in6: family 2, port 2, flow 4, address 16, scope 4. sockaddr_un:
    /// family 2, name; a client usually has no name, and an abstract name starts with 0.
    /// </remarks>
    public static EndPoint? Parse(ReadOnlySpan<byte> raw) => raw.Length < 2 ? null : BitConverter.ToUInt16(raw) switch
    {
        LinuxSocket.FamilyInet when raw.Length >= 8 => new IPEndPoint(new IPAddress(raw[4..8]), BinaryPrimitives.ReadUInt16BigEndian(raw[2..])),
        LinuxSocket.FamilyInet6 when raw.Length >= 28 => new IPEndPoint(
            new IPAddress(raw[8..24], BitConverter.ToUInt32(raw[24..])), BinaryPrimitives.ReadUInt16BigEndian(raw[2..])),
        LinuxSocket.FamilyUnix => UnixAddress.Of(raw[UnixAddress.NameOffset..Math.Min(raw.Length, UnixAddress.NameOffset + UnixAddress.MaxLength)]),
        _ => null,
    };
}
