using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <content>The steps of <see cref="AddInetPort"/> and <see cref="AddAnyInetPort"/>, and the failures that they tolerate.</content>
public partial class SocketListener
{
    /// <summary>Creates the sockets of a port and returns the port. If it throws, the caller closes the created sockets.</summary>
    private delegate int PortMaker(ref Socket? v6, ref Socket? v4);

    /// <summary>Opens an IPv6 socket. Returns false after any error: IPv4 is tried next, and its error is the one to report.</summary>
    private bool TryOpenV6([NotNullWhen(true)] out Socket? socket)
    {
        try
        {
            socket = SocketFactory.Open(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
            return true;
        }
        catch (SocketException)
        {
            socket = null;
            return false;
        }
    }

    private bool TryOpenV4([NotNullWhen(true)] out Socket? socket, ref SocketError error)
    {
        try
        {
            socket = SocketFactory.Open(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            return true;
        }
        catch (SocketException x) when (x.SocketErrorCode is SocketError.AddressFamilyNotSupported or SocketError.ProtocolNotSupported)
        {
            Remember(x.SocketErrorCode, ref error);
            socket = null;
            return false;
        }
    }

    /// <summary>Binds the IPv4 socket. Returns false if the port, chosen by the system for IPv6, is in use for IPv4.</summary>
    private bool TryBindV4(Socket socket, int port)
    {
        try
        {
            Bind(socket, new IPEndPoint(IPAddress.Any, port));
            return true;
        }
        catch (SocketException x) when (port != 0 && x.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }

    /// <summary>Makes a socket listen. Closes it after an error, because the socket of the other family may suffice.</summary>
    private bool TryListen(ref Socket? socket, ref SocketError error)
    {
        if (socket is null)
        {
            return false;
        }

        try
        {
            Listen(socket);
            return true;
        }
        catch (SocketException x)
        {
            Remember(x.SocketErrorCode, ref error);
            socket.Dispose();
            socket = null;
            return false;
        }
    }

    /// <summary>Keeps the first error.</summary>
    private static void Remember(SocketError found, ref SocketError error) => error = error == SocketError.Success ? found : error;

    private static void ThrowIfNone(Socket? v6, Socket? v4, SocketError error)
    {
        if (v6 is null && v4 is null)
        {
            throw new SocketException((int)error);
        }
    }

    private static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;
}
