using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <content>Listening for IPv6 and IPv4 on one port, with one dual-stack socket or with two sockets.</content>
public partial class SocketListener
{
    /// <summary>Number of attempts to find a port that is free for both families; 37 as in Gio.</summary>
    private const int Attempts = 37;

    /// <summary>Listens on a port of all interfaces, for IPv6 and IPv4 as far as the system supports them.</summary>
    /// <param name="port">The port, 1 to 65535.</param>
    /// <param name="source">Tag (any object) that is delivered with each connection to this port; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The port is below 1 or above 65535.</exception>
    /// <exception cref="SocketException">
    /// The port is in use for a family that the system supports, or no family can listen on it. No socket was added.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The listener is closed.</exception>
    public void AddInetPort(int port, object? source = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        Add(string.Create(CultureInfo.InvariantCulture, $"port {port}"), source, (ref Socket? v6, ref Socket? v4) =>
        {
            var error = SocketError.Success;
            if (TryOpenV6(out v6))
            {
                Bind(v6, new IPEndPoint(IPAddress.IPv6Any, port));
                var isDual = SocketFactory.SpeaksIPv4(v6);
                if (TryListen(ref v6, ref error) && isDual)
                {
                    return port;
                }
            }

            if (TryOpenV4(out v4, ref error))
            {
                Bind(v4, new IPEndPoint(IPAddress.Any, port));
                TryListen(ref v4, ref error);
            }

            ThrowIfNone(v6, v4, error);
            return port;
        });
    }

    /// <summary>Listens on a free port of all interfaces, the same for IPv6 and IPv4 as far as the system supports them.</summary>
    /// <param name="source">Tag (any object) that is delivered with each connection to this port; null for none.</param>
    /// <returns>The port, 1 to 65535.</returns>
    /// <exception cref="SocketException">No port is free for both families. No socket was added.</exception>
    /// <exception cref="ObjectDisposedException">The listener is closed.</exception>
    public int AddAnyInetPort(object? source = null) => Add("any port", source, (ref Socket? v6, ref Socket? v4) =>
    {
        var port = BindAnyPort(ref v6, ref v4);
        var error = SocketError.Success;
        TryListen(ref v6, ref error);
        TryListen(ref v4, ref error);
        ThrowIfNone(v6, v4, error);
        return port;
    });

    /// <summary>Creates and adds the sockets of a port. Closes them after a failure.</summary>
    private int Add(string what, object? source, PortMaker make)
    {
        DemandUsable();
        Socket? v6 = null, v4 = null;
        int port;
        try
        {
            port = make(ref v6, ref v4);
        }
        catch (Exception x)
        {
            v6?.Dispose();
            v4?.Dispose();
            if (x is SocketException socketException)
            {
                throw CannotListen(what, socketException.SocketErrorCode);
            }

            throw;
        }

        Take(source, v6, v4);
        return port;
    }

    /// <summary>
    /// Binds one port for both families. The system chooses the port for IPv6. A socket whose port is in use for IPv4 is kept open during the search,
    /// so that the system does not choose the same port again.
    /// </summary>
    private int BindAnyPort(ref Socket? v6, ref Socket? v4)
    {
        var losers = new List<Socket>();
        try
        {
            while (losers.Count < Attempts)
            {
                var port = 0;
                if (TryOpenV6(out v6))
                {
                    Bind(v6, new IPEndPoint(IPAddress.IPv6Any, 0));
                    port = PortOf(v6);
                    if (SocketFactory.SpeaksIPv4(v6))
                    {
                        return port;
                    }
                }

                var error = SocketError.Success;
                if (!TryOpenV4(out v4, ref error))
                {
                    ThrowIfNone(v6, v4, error);
                    return port;
                }

                if (TryBindV4(v4, port))
                {
                    return PortOf(v4);
                }

                losers.Add(v6!);
                v4.Dispose();
                (v6, v4) = (null, null);
            }

            throw new SocketException((int)SocketError.AddressAlreadyInUse);
        }
        finally
        {
            losers.ForEach(static socket => socket.Dispose());
        }
    }
}
