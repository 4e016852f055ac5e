using System.Net;

namespace FsmKit.Net;

/// <summary>Converts hosts to end points.</summary>
internal static class Destination
{
    /// <summary>Returns the end point of a host that is an IP address or a Unix socket; null for a name.</summary>
    /// <exception cref="ArgumentException">The path of a Unix socket is empty or too long.</exception>
    public static EndPoint? OfLiteral(string host, int port) =>
        UnixHost.Parse(host) ?? (EndPoint?)(IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, port) : null);

    /// <summary>
    /// Returns one end point per address, with alternating families, starting with the family of the first address (RFC 8305 section 4).
    /// </summary>
    public static EndPoint[] Interleave(IPAddress[] addresses, int port)
    {
        var first = addresses.Where(address => address.AddressFamily == addresses[0].AddressFamily).ToArray();
        var second = addresses.Where(address => address.AddressFamily != addresses[0].AddressFamily).ToArray();
        var ordered = new List<EndPoint>(addresses.Length);
        for (var i = 0; i < Math.Max(first.Length, second.Length); i++)
        {
            ordered.AddRange(first.Skip(i).Take(1).Concat(second.Skip(i).Take(1)).Select(address => new IPEndPoint(address, port)));
        }

        return [.. ordered];
    }
}
