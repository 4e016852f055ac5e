using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace FsmKit.Net;

/// <summary>Sockets of the runtime that listen at a Unix address, without what is dangerous about them.</summary>
/// <remarks>
/// After a bind to .NET's own end point the runtime reads the names of clients with it, in a thread of the pool: a client with a name that is
/// not UTF-8, or of 108 bytes, ends the process. And it deletes the file when it closes the socket, whoever's the file is by then.
/// </remarks>
internal static class UnixSocket
{
    private static readonly ConditionalWeakTable<Socket, OwnSocketFile> Files = [];

    /// <summary>Binds it, to a Unix address or any other.</summary>
    public static void Bind(Socket socket, EndPoint address)
    {
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

    /// <summary>Closes it, and removes the file that <see cref="Bind"/> has made.</summary>
    public static void Close(Socket socket)
    {
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
