using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Hosts that are addresses already: IPv4, IPv6 with or without brackets, <c>unix:/path</c>, <c>unix:@name</c>.</summary>
internal static class Destination
{
    private const string UnixPrefix = "unix:";

    /// <summary>The end point of a host that needs no name service.</summary>
    public static EndPoint? OfLiteral(string host, int port) =>
        host.StartsWith(UnixPrefix, StringComparison.Ordinal) ? Unix(host[UnixPrefix.Length..])
        : IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, port)
        : null;

    /// <summary>A Unix-domain socket by its path; <c>@name</c> is one of Linux's abstract names, which are in no file system.</summary>
    public static UnixDomainSocketEndPoint Unix(string path) => new(path.StartsWith('@') ? $"\0{path.AsSpan(1)}" : path);

    /// <summary>One end point per address, the families taking turns, beginning with that of the first (RFC 8305 §4).</summary>
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
