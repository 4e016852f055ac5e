using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <summary>How a <see cref="SocketListener"/> comes to its sockets. Override a step to set options, or to make it fail in a test.</summary>
/// <remarks>Each step fails with a <see cref="SocketException"/>, as a socket of the system does.</remarks>
public class ListenerSocketFactory
{
    /// <summary>The factory of a listener that was given none.</summary>
    public static ListenerSocketFactory Default { get; } = new();

    /// <summary>Opens a socket that is not bound yet.</summary>
    public virtual Socket Open(AddressFamily family, SocketType type, ProtocolType protocol) => new(family, type, protocol);

    /// <summary>
    /// Binds it. Port 0 takes a free one; <c>[::]</c> takes IPv4 too where the system can, as <see cref="GServerSock"/> does; an address
    /// that only waits for the end of old connections can be bound again.
    /// </summary>
    public virtual void Bind(Socket socket, EndPoint address)
    {
        ArgumentNullException.ThrowIfNull(socket);
        if (address is IPEndPoint ip && ip.Address.Equals(IPAddress.IPv6Any))
        {
            TakeIPv4Too(socket);
        }

        // On Unix, Bind itself allows the reuse; on Windows reuse would mean that another program can take the port away.
        if (OperatingSystem.IsWindows() && address is IPEndPoint)
        {
            socket.ExclusiveAddressUse = true;
        }

        UnixSocket.Bind(socket, address);
    }

    /// <summary>Makes it listen; the system's own limit of the backlog may be lower.</summary>
    public virtual void Listen(Socket socket, int backlog)
    {
        ArgumentNullException.ThrowIfNull(socket);
        socket.Listen(backlog);
    }

    /// <summary>Takes the next connection of a socket that listens, and waits for it.</summary>
    /// <exception cref="SocketException">It cannot be taken now, for instance because the process has no descriptor left; it waits in the backlog.</exception>
    public virtual ValueTask<Socket> AcceptAsync(Socket socket, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(socket);
        return socket.AcceptAsync(cancellation);
    }

    /// <summary>Whether a bound IPv6 socket takes IPv4 connections too, so that no second socket is needed.</summary>
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
            // A system that keeps the families apart: a socket of each.
        }
    }
}
