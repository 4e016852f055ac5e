using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <content>The steps of <see cref="AddInetPort"/> and <see cref="AddAnyInetPort"/>, with the failures that are not the end.</content>
public partial class SocketListener
{
    /// <summary>Makes the sockets of a port and returns the port; sockets that it leaves behind when it throws are closed.</summary>
    private delegate int PortMaker(ref Socket? v6, ref Socket? v4);

    /// <summary>Whatever keeps an IPv6 socket from being opened, IPv4 is tried: its error tells.</summary>
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

    /// <summary>False when the port was chosen for IPv6 and is taken for IPv4.</summary>
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

    /// <summary>A socket that cannot listen is closed: the other family may do.</summary>
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

    /// <summary>The first failure is the one to tell.</summary>
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
