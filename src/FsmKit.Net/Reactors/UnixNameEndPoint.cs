using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FsmKit.Net;

/// <summary>Name of a Unix socket that .NET's end point cannot hold: bytes that are not UTF-8, or a path of 108 bytes.</summary>
internal sealed class UnixNameEndPoint(byte[] name) : EndPoint
{
    public override AddressFamily AddressFamily => AddressFamily.Unix;

    public override SocketAddress Serialize()
    {
        var address = new SocketAddress(AddressFamily.Unix, UnixAddress.NameOffset + name.Length);
        name.CopyTo(address.Buffer.Span[UnixAddress.NameOffset..]);
        return address;
    }

    public override EndPoint Create(SocketAddress socketAddress) => UnixAddress.Of(socketAddress) ?? new UnixNameEndPoint([]);

    public override bool Equals(object? obj) => obj is UnixNameEndPoint other && name.AsSpan().SequenceEqual(other.Name);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(name);
        return hash.ToHashCode();
    }

    /// <summary>
    /// Returns the name with printable ASCII unchanged, other bytes as <c>\xff</c>, and the zero before an abstract name as <c>@</c>.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            _ = i == 0 && name[i] == 0 ? text.Append('@')
                : name[i] is >= 0x20 and < 0x7F and not (byte)'\\' ? text.Append((char)name[i])
                : text.Append(CultureInfo.InvariantCulture, $"\\x{name[i]:x2}");
        }

        return text.ToString();
    }

    private ReadOnlySpan<byte> Name => name;
}
