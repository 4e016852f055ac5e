using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Opens one port on several addresses, all or nothing. What "open" is, the caller says: it is tried without a socket.</summary>
/// <param name="open">Opens an address and port; a port of 0 takes a free one.</param>
/// <param name="port">The port that was opened.</param>
/// <param name="close">Takes it back.</param>
internal sealed class PortBinding<T>(Func<IPEndPoint, T> open, Func<T, int> port, Action<T> close)
{
    /// <summary>A free port of one address may be taken at another: Gio tries 37 times, which has been enough for everybody.</summary>
    private const int Attempts = 37;

    /// <summary>Opens the port at each address that this machine has; a port of 0 becomes the same one at all of them.</summary>
    /// <exception cref="SocketException">At none of them, or it is in use at one of them.</exception>
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
                // Another free port, then.
            }
        }
    }

    /// <summary>The same; when this machine has none of the addresses, the others take their place.</summary>
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
