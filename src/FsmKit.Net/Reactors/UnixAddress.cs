using System.Net;
using System.Net.Sockets;
using System.Text.Unicode;

namespace FsmKit.Net;

/// <summary>Reads the name of a Unix socket, whatever bytes the kernel has in it: any program can bind to any of them.</summary>
internal static class UnixAddress
{
    /// <summary>How long a name may be; a path of .NET's needs one byte less, for its end.</summary>
    public const int MaxLength = 108;

    /// <summary>The offset of the name behind the family.</summary>
    public const int NameOffset = 2;

    /// <summary>The end point: .NET's own where it can hold the name, else one that shows the odd bytes; null of a socket without a name.</summary>
    /// <param name="name">A path with or without its zero, or an abstract name behind its zero.</param>
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

    /// <summary>The end point in an address as the runtime hands it over.</summary>
    public static EndPoint? Of(SocketAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Size <= NameOffset ? null : Of(address.Buffer.Span[NameOffset..address.Size]);
    }
}
