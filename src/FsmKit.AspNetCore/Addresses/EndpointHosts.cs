using System.Net;
using System.Net.Sockets;

namespace FsmKit.AspNetCore;

/// <summary>Translates end points of .NET into hosts and ports of a server socket.</summary>
internal static class EndpointHosts
{
    public static string HostOf(EndPoint address) => address switch
    {
        IPEndPoint { Address: var ip } => ip.Equals(IPAddress.IPv6Any) ? "*" : ip.ToString(),
        DnsEndPoint dns => dns.Host,
        UnixDomainSocketEndPoint unix => $"unix:{unix}",
        _ => throw new NotSupportedException($"The server cannot listen on {address}: use an IP address, a name or a Unix socket."),
    };

    public static int PortOf(EndPoint address) => address switch
    {
        IPEndPoint ip => ip.Port,
        DnsEndPoint dns => dns.Port,
        _ => 0,
    };

    /// <summary>The host in the form of a server socket, where an empty text means all addresses.</summary>
    public static string ForServerSock(string host) => host == "*" ? "" : host;
}
