using System.Net;

namespace FsmKit;

/// <summary>Addresses as everybody writes them: a socket for both families reports its IPv4 peers in the form of IPv6.</summary>
internal static class PlainAddress
{
    /// <summary>The IPv4 end point in <c>::ffff:a.b.c.d</c>; any other as it is.</summary>
    public static EndPoint? Of(EndPoint? endPoint) => endPoint is IPEndPoint { Address.IsIPv4MappedToIPv6: true } mapped
        ? new IPEndPoint(mapped.Address.MapToIPv4(), mapped.Port)
        : endPoint;
}
