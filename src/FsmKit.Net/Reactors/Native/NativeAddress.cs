using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FsmKit.Net;

/// <summary>Reads the addresses that the kernel writes; the other way round, EndPoint.Serialize has the kernel's layout already.</summary>
internal static unsafe class NativeAddress
{
    private const int MaxLength = 128;

    /// <summary>The address of a descriptor's own end, or null.</summary>
    public static EndPoint? Local(int fd)
    {
        var raw = stackalloc byte[MaxLength];
        var length = MaxLength;
        return Libc.LocalAddress(fd, raw, &length) == 0 ? Parse(new ReadOnlySpan<byte>(raw, length)) : null;
    }

    /// <summary>The address of the peer, or null when the connection is gone.</summary>
    public static EndPoint? Peer(int fd)
    {
        var raw = stackalloc byte[MaxLength];
        var length = MaxLength;
        return Libc.PeerAddress(fd, raw, &length) == 0 ? Parse(new ReadOnlySpan<byte>(raw, length)) : null;
    }

    // sockaddr_in: family 2, port 2 (network order), address 4. sockaddr_in6: family 2, port 2, flow 4, address 16, scope 4.
    // sockaddr_un: family 2, path; a client's is unnamed, an abstract one starts with 0.
    private static EndPoint? Parse(ReadOnlySpan<byte> raw) => raw.Length < 2 ? null : BitConverter.ToUInt16(raw) switch
    {
        LinuxSocket.FamilyInet => new IPEndPoint(new IPAddress(raw[4..8]), BinaryPrimitives.ReadUInt16BigEndian(raw[2..])),
        LinuxSocket.FamilyInet6 => new IPEndPoint(
            new IPAddress(raw[8..24], BitConverter.ToUInt32(raw[24..])), BinaryPrimitives.ReadUInt16BigEndian(raw[2..])),
        LinuxSocket.FamilyUnix when raw.Length > 2 => new UnixDomainSocketEndPoint(Path(raw[2..])),
        _ => null,
    };

    private static string Path(ReadOnlySpan<byte> raw) =>
        Encoding.UTF8.GetString(raw[0] == 0 ? raw : raw.TrimEnd((byte)0));
}
