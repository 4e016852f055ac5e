using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Reads the addresses that the kernel writes; the other way round, EndPoint.Serialize has the kernel's layout already.</summary>
internal static unsafe class NativeAddress
{
    public const int MaxLength = 128;

    /// <summary>The address of a descriptor's own end, or null.</summary>
    public static EndPoint? Local(int fd)
    {
        var raw = stackalloc byte[MaxLength];
        var length = MaxLength;
        return Libc.LocalAddress(fd, raw, &length) == 0 ? Parse(new ReadOnlySpan<byte>(raw, Math.Min(length, MaxLength))) : null;
    }

    /// <summary>The address of the peer, or null when the connection is gone.</summary>
    public static EndPoint? Peer(int fd)
    {
        var raw = stackalloc byte[MaxLength];
        var length = MaxLength;
        return Libc.PeerAddress(fd, raw, &length) == 0 ? Parse(new ReadOnlySpan<byte>(raw, Math.Min(length, MaxLength))) : null;
    }

    /// <summary>
    /// Reads any address that a kernel may write, however short: null when there is nothing in it that could be told.
    /// </summary>
    /// <remarks>
    /// sockaddr_in: family 2, port 2 (network order), address 4. sockaddr_in6: family 2, port 2, flow 4, address 16, scope 4. sockaddr_un:
    /// family 2, name; a client's has none as a rule, an abstract one starts with 0.
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
