using System.Net;
using System.Text;

namespace FsmKit.Http;

/// <content>Refusals of requests that were read without a fault.</content>
public sealed partial class GHttpCliSrv
{
    private HttpFault RefusalOf(HttpExchange exchange)
    {
        var head = exchange.Request.Head;
        if (head.Method == KnownMethod.Connect)
        {
            return new HttpFault(501, "CONNECT asks for a tunnel, and this server makes none.");
        }

        if (IsMisdirected(head.TargetScheme))
        {
            return new HttpFault(421, $"The request target is for {Encoding.ASCII.GetString(head.TargetScheme)}, and the connection is not.");
        }

        var status = _context.InspectHead is { } inspect ? Inspect(exchange, inspect) : 0;
        return status == 0 ? default : new HttpFault(status, "The request is not accepted.");
    }

    // RFC 9110 §7.4: https over a connection without TLS, or http over one with TLS, unless a trusted gateway sends it.
    private bool IsMisdirected(ReadOnlySpan<byte> scheme) =>
        !scheme.IsEmpty && !Ascii.EqualsIgnoreCase(scheme, _context.UrlScheme) && !IsFromGateway;

    // Every connection of a server with ProxyFrom comes from one of those proxies, and only processes of this machine connect to a Unix socket.
    private bool IsFromGateway => Gsock.ProxyPeername is not null || !Server.ServerSock.ProxyFrom.IsEmpty
        || Gsock.Peername is not IPEndPoint peer || _context.TrustedGateways.Contains(peer);
}
