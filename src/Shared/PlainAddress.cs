using System.Net;

namespace FsmKit;

/// <summary>Converts IPv4-mapped IPv6 addresses back to IPv4: a dual-stack socket reports its IPv4 peers in the mapped form.</summary>
internal static class PlainAddress
{
    /// <summary>Returns the IPv4 end point for <c>::ffff:a.b.c.d</c>; returns any other end point unchanged.</summary>
    public static EndPoint? Of(EndPoint? endPoint) => endPoint is IPEndPoint { Address.IsIPv4MappedToIPv6: true } mapped
        ? new IPEndPoint(mapped.Address.MapToIPv4(), mapped.Port)
        : endPoint;
}
