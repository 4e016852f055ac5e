using System.Net;
using System.Text;

namespace FsmKit.Http;

/// <summary>Refusals of requests that were read without a fault.</summary>
internal static class Refusals
{
    /// <summary>Returns the reason to refuse a request on this channel; the default value for a request that is accepted.</summary>
    public static HttpFault Of(HttpRequestHead head, GHttpCliSrv channel)
    {
        if (head.Method == KnownMethod.Connect && !channel.Context.AcceptConnect)
        {
            return new HttpFault(501, "CONNECT asks for a tunnel, and this server makes none.");
        }

        return head.TargetScheme is { IsEmpty: false } scheme && IsMisdirected(scheme, channel)
            ? new HttpFault(421, $"The request target is for {Encoding.ASCII.GetString(scheme)}, and the connection is not.")
            : default;
    }

    // RFC 9110 §7.4: https over a connection without TLS, or http over one with TLS, unless a trusted gateway sends it.
    private static bool IsMisdirected(ReadOnlySpan<byte> scheme, GHttpCliSrv channel) =>
        !Ascii.EqualsIgnoreCase(scheme, channel.Context.UrlScheme) && !IsFromGateway(channel);

    // Every connection of a server with ProxyFrom comes from one of those proxies, and only processes of this machine connect to a Unix socket.
    private static bool IsFromGateway(GHttpCliSrv channel) => channel.Gsock.ProxyPeername is not null || !channel.Server.ServerSock.ProxyFrom.IsEmpty
        || channel.Gsock.Peername is not IPEndPoint peer || channel.Context.TrustedGateways.Contains(peer);
}
