using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>Which listener an address belongs to; IPv4 and IPv6 behave as they do on one machine.</summary>
internal static class MemoryAddress
{
    /// <summary>The address that a connect really goes to: an any-address means this machine, a mapped one IPv4.</summary>
    public static EndPoint Destination(EndPoint remote)
    {
        if (remote is not IPEndPoint ip)
        {
            return remote;
        }

        var address = ip.Address.IsIPv4MappedToIPv6 ? ip.Address.MapToIPv4() : ip.Address;
        return address.Equals(IPAddress.Any) ? new IPEndPoint(IPAddress.Loopback, ip.Port)
            : address.Equals(IPAddress.IPv6Any) ? new IPEndPoint(IPAddress.IPv6Loopback, ip.Port)
            : ReferenceEquals(address, ip.Address) ? ip
            : new IPEndPoint(address, ip.Port);
    }

    /// <summary>How well a listener fits a destination: 0 not at all, and the narrower the better.</summary>
    public static int Fits(EndPoint local, EndPoint destination)
    {
        if (local.Equals(destination))
        {
            return 3;
        }

        if (local is not IPEndPoint listening || destination is not IPEndPoint wanted || listening.Port != wanted.Port)
        {
            return 0;
        }

        var isV4 = wanted.AddressFamily == AddressFamily.InterNetwork;
        return listening.Address.Equals(isV4 ? IPAddress.Any : IPAddress.IPv6Any) ? 2
            : isV4 && listening.Address.Equals(IPAddress.IPv6Any) ? 1
            : 0;
    }

    /// <summary>Two listeners would compete for the same connects.</summary>
    public static bool Overlap(EndPoint one, EndPoint other) => Fits(one, other) > 0 || Fits(other, one) > 0;

    /// <summary>A listener for both families sees IPv4 addresses in IPv6's form.</summary>
    public static EndPoint? AsSeenBy(EndPoint local, EndPoint? endPoint) =>
        local.AddressFamily == AddressFamily.InterNetworkV6 && endPoint is IPEndPoint { AddressFamily: AddressFamily.InterNetwork } v4
            ? new IPEndPoint(v4.Address.MapToIPv6(), v4.Port)
            : endPoint;

    /// <summary>The own address of a client: loopback talks to loopback, any other address to itself; a Unix socket has none.</summary>
    public static EndPoint? Client(EndPoint destination, int port) => destination is not IPEndPoint ip ? null
        : new IPEndPoint(!IPAddress.IsLoopback(ip.Address) ? ip.Address
            : ip.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Loopback : IPAddress.IPv6Loopback, port);

    public static bool IsKnown(EndPoint endPoint) => endPoint is IPEndPoint or UnixDomainSocketEndPoint;
}
