using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace FsmKit.Net;

/// <summary>Binds and closes sockets of <see cref="System.Net.Sockets"/> that listen at a Unix address, without two dangers of doing so directly.</summary>
/// <remarks>
/// After a bind to a <see cref="UnixDomainSocketEndPoint"/> the runtime decodes the names of clients with it, in a thread of the pool: a client with a name that is
/// not UTF-8, or of 108 bytes, ends the process. And the runtime deletes the file at the path when it closes the socket, also when that file belongs to another server by then.
/// </remarks>
public static class UnixSocket
{
    private static readonly ConditionalWeakTable<Socket, OwnSocketFile> Files = [];

    /// <summary>Binds a socket to a Unix address, or to any other.</summary>
    /// <exception cref="SocketException">The address is in use, not local, or not allowed.</exception>
    public static void Bind(Socket socket, EndPoint address)
    {
        ArgumentNullException.ThrowIfNull(socket);
        ArgumentNullException.ThrowIfNull(address);
        if (address is not UnixDomainSocketEndPoint unix || OperatingSystem.IsWindows())
        {
            socket.Bind(address);
            return;
        }

        var any = new AnyName(unix);
        socket.Bind(any);
        any.IsBound = true;
        if (OwnSocketFile.Of(address) is { } file)
        {
            Files.Add(socket, file);
        }
    }

    /// <summary>Closes a socket and removes the file that <see cref="Bind"/> has made; a file that another server has put in its place stays.</summary>
    public static void Close(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        socket.Dispose();
        if (Files.TryGetValue(socket, out var file))
        {
            Files.Remove(socket);
            file.Remove();
        }
    }

    /// <summary>What the runtime asks about addresses: how long they may be, and what is in them.</summary>
    private sealed class AnyName(UnixDomainSocketEndPoint local) : EndPoint
    {
        public bool IsBound { get; set; }

        public override AddressFamily AddressFamily => AddressFamily.Unix;

        // The length of this one is that of the buffer for the addresses of clients; Linux adds a zero to a path of 108 bytes.
        public override SocketAddress Serialize() => IsBound ? new SocketAddress(AddressFamily.Unix, NativeAddress.MaxLength) : local.Serialize();

        public override EndPoint Create(SocketAddress socketAddress) => UnixAddress.Of(socketAddress) ?? new UnixNameEndPoint([]);

        public override string ToString() => local.ToString();
    }
}
