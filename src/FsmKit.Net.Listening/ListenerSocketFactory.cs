using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <summary>
/// Creates the sockets of a <see cref="SocketListener"/>. Override a method to set socket options, or to make it fail in a test.
/// </summary>
/// <remarks>An override reports a failure by a <see cref="SocketException"/>. The methods may be called on any thread.</remarks>
public class ListenerSocketFactory
{
    /// <summary>The default factory of every listener.</summary>
    public static ListenerSocketFactory Default { get; } = new();

    /// <summary>Opens an unbound socket.</summary>
    /// <exception cref="SocketException">The system does not support the family, type or protocol, or has no descriptor left.</exception>
    public virtual Socket Open(AddressFamily family, SocketType type, ProtocolType protocol) => new(family, type, protocol);

    /// <summary>
    /// Binds a socket. Port 0 takes a free port. <c>[::]</c> also takes IPv4 if the system supports it, as with <see cref="GServerSock"/>. An
    /// address whose old connections are in TIME_WAIT can be bound again.
    /// </summary>
    /// <exception cref="SocketException">The address is in use, not an address of this machine, or not permitted.</exception>
    public virtual void Bind(Socket socket, EndPoint address)
    {
        ArgumentNullException.ThrowIfNull(socket);
        if (address is IPEndPoint ip && ip.Address.Equals(IPAddress.IPv6Any))
        {
            TakeIPv4Too(socket);
        }

        // On Unix, Bind itself allows the reuse. On Windows, reuse would let another program take over the port.
        if (OperatingSystem.IsWindows() && address is IPEndPoint)
        {
            socket.ExclusiveAddressUse = true;
        }

        UnixSocket.Bind(socket, address);
    }

    /// <summary>Makes a bound socket listen.</summary>
    /// <param name="socket">The bound socket.</param>
    /// <param name="backlog">Number of connections that the system queues; the system's own limit may be lower.</param>
    /// <exception cref="SocketException">The socket cannot listen, for instance because the address is in use.</exception>
    public virtual void Listen(Socket socket, int backlog)
    {
        ArgumentNullException.ThrowIfNull(socket);
        socket.Listen(backlog);
    }

    /// <summary>Waits for the next connection of a listening socket and accepts it.</summary>
    /// <exception cref="SocketException">
    /// The connection cannot be accepted now, for instance because the process has no descriptor left. It stays in the backlog.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual ValueTask<Socket> AcceptAsync(Socket socket, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(socket);
        return socket.AcceptAsync(cancellation);
    }

    /// <summary>Returns whether a bound IPv6 socket also takes IPv4 connections, so that no second socket is needed.</summary>
    public virtual bool SpeaksIPv4(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        return socket.DualMode;
    }

    private static void TakeIPv4Too(Socket socket)
    {
        try
        {
            socket.DualMode = true;
        }
        catch (SocketException)
        {
            // The system needs one socket per family.
        }
    }
}
