using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>Matches addresses with listeners. IPv4 and IPv6 behave as they do on one machine.</summary>
internal static class MemoryAddress
{
    /// <summary>Returns the address that a connect reaches: loopback for an any-address, IPv4 for an IPv4-mapped address.</summary>
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

    /// <summary>Rates how well a listener fits a destination: 0 not at all, up to 3 for the same address.</summary>
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

    /// <summary>Whether two listeners would compete for the same connects.</summary>
    public static bool Overlap(EndPoint one, EndPoint other) => Fits(one, other) > 0 || Fits(other, one) > 0;

    /// <summary>Returns an address as a listener sees it: one for both families sees IPv4 addresses as IPv4-mapped.</summary>
    public static EndPoint? AsSeenBy(EndPoint local, EndPoint? endPoint) =>
        local.AddressFamily == AddressFamily.InterNetworkV6 && endPoint is IPEndPoint { AddressFamily: AddressFamily.InterNetwork } v4
            ? new IPEndPoint(v4.Address.MapToIPv6(), v4.Port)
            : endPoint;

    /// <summary>
    /// Returns the local address of a client: loopback for a loopback destination, otherwise the destination's own; null for a Unix socket.
    /// </summary>
    public static EndPoint? Client(EndPoint destination, int port) => destination is not IPEndPoint ip ? null
        : new IPEndPoint(!IPAddress.IsLoopback(ip.Address) ? ip.Address
            : ip.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Loopback : IPAddress.IPv6Loopback, port);

    public static bool IsKnown(EndPoint endPoint) => endPoint is IPEndPoint or UnixDomainSocketEndPoint;
}
