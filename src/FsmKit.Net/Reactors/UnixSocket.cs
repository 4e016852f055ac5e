using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace FsmKit.Net;

/// <summary>
/// Binds and closes listening Unix sockets of <see cref="System.Net.Sockets"/>, and avoids two defects of the .NET runtime.
/// </summary>
/// <remarks>
/// First defect: after a bind to a <see cref="UnixDomainSocketEndPoint"/>, the runtime decodes the addresses of clients on a thread of the
/// pool. A client address of 108 bytes, or one that is not UTF-8, ends the process. Second defect: the runtime deletes the file at the path
/// when it closes the socket, even if the file belongs to another server by then. Callable from any thread.
/// </remarks>
public static class UnixSocket
{
    private static readonly ConditionalWeakTable<Socket, OwnSocketFile> Files = [];

    /// <summary>Binds a socket to an address, Unix or other.</summary>
    /// <param name="socket">An unbound socket.</param>
    /// <param name="address">The local address.</param>
    /// <exception cref="SocketException">The address is in use, not an address of this machine, or not permitted.</exception>
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

    /// <summary>Closes a socket and removes the file that <see cref="Bind"/> created, unless another server has replaced the file.</summary>
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

    /// <summary>End point that tells the runtime the size of client addresses, and decodes them without an exception.</summary>
    private sealed class AnyName(UnixDomainSocketEndPoint local) : EndPoint
    {
        public bool IsBound { get; set; }

        public override AddressFamily AddressFamily => AddressFamily.Unix;

        // The runtime allocates the buffer for client addresses with this length; Linux adds a zero to a path of 108 bytes.
        public override SocketAddress Serialize() => IsBound ? new SocketAddress(AddressFamily.Unix, NativeAddress.MaxLength) : local.Serialize();

        public override EndPoint Create(SocketAddress socketAddress) => UnixAddress.Of(socketAddress) ?? new UnixNameEndPoint([]);

        public override string ToString() => local.ToString();
    }
}
