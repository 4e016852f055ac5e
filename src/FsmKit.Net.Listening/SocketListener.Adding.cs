using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <content>Adding sockets.</content>
public partial class SocketListener
{
    /// <summary>
    /// Adds a socket that listens already; the listener closes it when it is closed itself. No <see cref="ListenerEvent"/> tells of it.
    /// </summary>
    /// <param name="socket">A socket that is bound and listens.</param>
    /// <param name="source">A tag that comes with each connection of this socket.</param>
    /// <exception cref="ArgumentException">The socket is closed, or does not listen.</exception>
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
            throw new ArgumentException("Added socket does not listen: call its Bind and Listen before.", nameof(socket));
        }

        Take(source, socket);
    }

    /// <summary>Listens on an address: of IP or of a Unix socket.</summary>
    /// <param name="address">The address; port 0 takes a free one. <c>[::]</c> takes IPv4 too where the system can.</param>
    /// <param name="source">A tag that comes with each connection of this socket.</param>
    /// <returns>The address in use, with its port.</returns>
    /// <exception cref="SocketException">The address cannot be listened on: nothing was added.</exception>
    /// <exception cref="ObjectDisposedException">The listener is closed.</exception>
    public EndPoint AddAddress(EndPoint address, object? source = null) => AddAddress(
        address, SocketType.Stream, address is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified, source);

    /// <param name="address">The address; port 0 takes a free one.</param>
    /// <param name="type">
    /// The type of the socket: one whose connections are accepted, <see cref="SocketType.Stream"/> or <see cref="SocketType.Seqpacket"/>.
    /// </param>
    /// <param name="protocol">The protocol; <see cref="ProtocolType.Unspecified"/> is the type's default.</param>
    /// <param name="source">A tag that comes with each connection of this socket.</param>
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
            // The system does not tell: the first accept will.
            return true;
        }
    }

    private void Bind(Socket socket, EndPoint address)
    {
        Tell(SocketListenerEvent.Binding, socket);
        SocketFactory.Bind(socket, address);
        Tell(SocketListenerEvent.Bound, socket);
    }

    private void Listen(Socket socket)
    {
        Tell(SocketListenerEvent.Listening, socket);
        SocketFactory.Listen(socket, ListenBacklog);
        Tell(SocketListenerEvent.Listened, socket);
    }

    private void Tell(SocketListenerEvent happening, Socket socket) => OnListenerEvent(new SocketListenerEventArgs(happening, socket));

    /// <summary>Takes sockets that listen, and tells that there are more.</summary>
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
        SocketError.AddressNotAvailable => "The address is none of this machine's.",
        SocketError.AddressFamilyNotSupported => "The system does not speak this kind of address.",
        _ => "Check the address.",
    };
}
