using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <content>Adding sockets.</content>
public partial class SocketListener
{
    /// <summary>
    /// Adds a listening socket. The listener owns the socket and closes it in <see cref="Close"/>. Raises no <see cref="ListenerEvent"/>.
    /// </summary>
    /// <param name="socket">A listening socket.</param>
    /// <param name="source">Tag (any object) that is delivered with each connection of this socket; null for none.</param>
    /// <exception cref="ArgumentException">The socket is closed or does not listen.</exception>
    /// <exception cref="ObjectDisposedException">The listener is closed.</exception>
    public void AddSocket(Socket socket, object? source = null)
    {
        ArgumentNullException.ThrowIfNull(socket);
        DemandUsable();
        if (socket.SafeHandle.IsClosed)
        {
            throw new ArgumentException("Added socket is closed", nameof(socket));
        }

        if (!Listens(socket))
        {
            throw new ArgumentException("Added socket does not listen: call its Bind and Listen first.", nameof(socket));
        }

        Take(source, socket);
    }

    /// <summary>Listens on an IP address or a Unix socket.</summary>
    /// <param name="address">The address. Port 0 takes a free port. <c>[::]</c> also takes IPv4 if the system supports it.</param>
    /// <param name="source">Tag (any object) that is delivered with each connection of this socket; null for none.</param>
    /// <returns>The address, with the port in use.</returns>
    /// <exception cref="SocketException">The listener cannot listen on the address. No socket was added; the message names the remedy.</exception>
    /// <exception cref="ObjectDisposedException">The listener is closed.</exception>
    public EndPoint AddAddress(EndPoint address, object? source = null) => AddAddress(
        address, SocketType.Stream, address is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified, source);

    /// <param name="address">The address. Port 0 takes a free port.</param>
    /// <param name="type">The type of the socket, <see cref="SocketType.Stream"/> or <see cref="SocketType.Seqpacket"/>.</param>
    /// <param name="protocol">The protocol; <see cref="ProtocolType.Unspecified"/> for the default of the type.</param>
    /// <param name="source">Tag (any object) that is delivered with each connection of this socket; null for none.</param>
    /// <inheritdoc cref="AddAddress(EndPoint, object?)"/>
    public EndPoint AddAddress(EndPoint address, SocketType type, ProtocolType protocol, object? source = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        DemandUsable();
        Socket? socket = null;
        try
        {
            socket = SocketFactory.Open(address.AddressFamily, type, protocol);
            Bind(socket, address);
            Listen(socket);
        }
        catch (SocketException x)
        {
            socket?.Dispose();
            throw CannotListen($"{address}", x.SocketErrorCode);
        }
        catch
        {
            socket?.Dispose();
            throw;
        }

        var effective = socket.LocalEndPoint ?? address;
        Take(source, socket);
        return effective;
    }

    private static bool Listens(Socket socket)
    {
        try
        {
            return socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.AcceptConnection) is not 0;
        }
        catch (SocketException)
        {
            // The system does not report it; the first accept will.
            return true;
        }
    }

    private void Bind(Socket socket, EndPoint address)
    {
        Raise(SocketListenerEvent.Binding, socket);
        SocketFactory.Bind(socket, address);
        Raise(SocketListenerEvent.Bound, socket);
    }

    private void Listen(Socket socket)
    {
        Raise(SocketListenerEvent.Listening, socket);
        SocketFactory.Listen(socket, ListenBacklog);
        Raise(SocketListenerEvent.Listened, socket);
    }

    private void Raise(SocketListenerEvent happening, Socket socket) => OnListenerEvent(new SocketListenerEventArgs(happening, socket));

    /// <summary>Adds listening sockets and raises <see cref="Changed"/>.</summary>
    private void Take(object? source, params ReadOnlySpan<Socket?> sockets)
    {
        var added = new List<ListeningSocket>();
        foreach (var socket in sockets)
        {
            if (socket is not null)
            {
                added.Add(new ListeningSocket(Queue, socket, SocketFactory, source));
            }
        }

        if (!Queue.Add([.. added]))
        {
            added.ForEach(static socket => socket.Close());
            throw AcceptQueue.Closed();
        }

        try
        {
            OnChanged();
        }
        catch (Exception x)
        {
            ListeningLog.EventFault(Log, this, nameof(Changed), x);
        }
    }

    private void DemandUsable()
    {
        if (IsClosed)
        {
            throw AcceptQueue.Closed();
        }

        CheckOptions();
    }

    private SocketException CannotListen(string address, SocketError error) => new(
        (int)error, $"{GetType().Name} cannot listen on {address}: {new SocketException((int)error).Message}. {Advice(error)}");

    private static string Advice(SocketError error) => error switch
    {
        SocketError.AddressAlreadyInUse => "Choose another port (0, or AddAnyInetPort, takes a free one), or end the program that listens there.",
        SocketError.AccessDenied => "Ports below 1024 need a privilege on most systems.",
        SocketError.AddressNotAvailable => "This machine does not have the address.",
        SocketError.AddressFamilyNotSupported => "The system does not support this address family.",
        _ => "Check the address.",
    };
}
