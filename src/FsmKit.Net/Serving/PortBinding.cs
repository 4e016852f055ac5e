using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Opens one port on several addresses, all or nothing. Delegates do the work, so that tests need no socket.</summary>
/// <param name="open">Opens an end point; port 0 takes a free port.</param>
/// <param name="port">Returns the port of an opened end point.</param>
/// <param name="close">Closes an opened end point.</param>
internal sealed class PortBinding<T>(Func<IPEndPoint, T> open, Func<T, int> port, Action<T> close)
{
    /// <summary>
    /// Number of attempts to find a port that is free at every address; 37 as in Gio (<c>g_socket_listener_add_any_inet_port</c>).
    /// </summary>
    private const int Attempts = 37;

    /// <summary>Opens the port at each address of this machine. Port 0 takes one free port, the same at all addresses.</summary>
    /// <exception cref="SocketException">This machine has none of the addresses, or the port cannot be opened at one of them.</exception>
    public List<T> Open(IPAddress[] addresses, int wanted)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return OpenOnce(addresses, wanted);
            }
            catch (SocketException x) when (wanted == 0 && addresses.Length > 1 && x.SocketErrorCode == SocketError.AddressAlreadyInUse && attempt < Attempts)
            {
                // Try another free port.
            }
        }
    }

    /// <summary>
    /// Opens the port as <see cref="Open(IPAddress[], int)"/> does. If this machine has none of the addresses, opens it at the fallback
    /// addresses.
    /// </summary>
    /// <exception cref="SocketException">As <see cref="Open(IPAddress[], int)"/>.</exception>
    public List<T> Open(IPAddress[] addresses, IPAddress[] fallback, int wanted)
    {
        try
        {
            return Open(addresses, wanted);
        }
        catch (SocketException x) when (fallback.Length > 0 && IsMissing(x.SocketErrorCode))
        {
            return Open(fallback, wanted);
        }
    }

    private List<T> OpenOnce(IPAddress[] addresses, int wanted)
    {
        var opened = new List<T>();
        SocketException? missing = null;
        foreach (var address in addresses)
        {
            try
            {
                opened.Add(open(new IPEndPoint(address, opened.Count == 0 ? wanted : port(opened[0]))));
            }
            catch (SocketException x) when (IsMissing(x.SocketErrorCode))
            {
                missing = x;
            }
            catch
            {
                opened.ForEach(close);
                throw;
            }
        }

        return opened.Count > 0 ? opened : throw missing ?? new SocketException((int)SocketError.HostNotFound);
    }

    private static bool IsMissing(SocketError error) => error is SocketError.AddressFamilyNotSupported
        or SocketError.AddressNotAvailable or SocketError.ProtocolFamilyNotSupported or SocketError.ProtocolNotSupported;
}
