using System.Net;
using System.Net.Sockets;
using System.Text.Unicode;

namespace FsmKit.Net;

/// <summary>Converts the names of Unix sockets. A name may contain any bytes, because any program may bind to any of them.</summary>
internal static class UnixAddress
{
    /// <summary>Largest length of a name in bytes. A path of .NET has one byte less, for the final zero.</summary>
    public const int MaxLength = 108;

    /// <summary>Offset of the name after the family, in bytes.</summary>
    public const int NameOffset = 2;

    /// <summary>
    /// Returns the end point: .NET's own type if it can hold the name, otherwise a <see cref="UnixNameEndPoint"/>; null for an empty name.
    /// </summary>
    /// <param name="name">A path with or without its final zero, or an abstract name after its first zero.</param>
    public static EndPoint? Of(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return null;
        }

        var isAbstract = name[0] == 0;
        if (!isAbstract && name.IndexOf((byte)0) is >= 0 and var end)
        {
            name = name[..end];
        }

        return Utf8.IsValid(name) && name.Length <= (isAbstract ? MaxLength : MaxLength - 1)
            ? new UnixDomainSocketEndPoint(System.Text.Encoding.UTF8.GetString(name))
            : new UnixNameEndPoint(name.ToArray());
    }

    /// <summary>Returns the end point of a socket address of the runtime; null for an address without a name.</summary>
    public static EndPoint? Of(SocketAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Size <= NameOffset ? null : Of(address.Buffer.Span[NameOffset..address.Size]);
    }
}
