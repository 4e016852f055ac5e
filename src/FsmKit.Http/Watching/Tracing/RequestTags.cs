using System.Globalization;
using System.Net;
using System.Text;

namespace FsmKit.Http;

/// <summary>Tags of a request's activity, named by the OpenTelemetry semantic conventions.</summary>
internal static class RequestTags
{
    public static List<KeyValuePair<string, object?>> Of(HttpRequestHead head, in RequestEnds ends)
    {
        var tags = new List<KeyValuePair<string, object?>>(16)
        {
            new("http.request.method", HttpWords.Method(head.Method)),
            new("url.scheme", HttpWords.Scheme(ends.IsSecure)),
            new("url.path", Text(head.RawPath)),
            new("network.protocol.version", HttpWords.Version(head.IsHttp11)),
        };
        if (head.Method == KnownMethod.Other)
        {
            tags.Add(new("http.request.method_original", Text(head.MethodName)));
        }

        if (!head.RawQuery.IsEmpty)
        {
            tags.Add(new("url.query", Text(head.RawQuery)));
        }

        AddServer(tags, head.Authority, in ends);
        AddEnd(tags, ends.Peer, "network.peer.address", "network.peer.port");
        AddEnd(tags, ends.Client, "client.address", null);
        if (head.Fields.GetString(KnownHeader.UserAgent) is { } agent)
        {
            tags.Add(new("user_agent.original", agent));
        }

        return tags;
    }

    /// <summary>Adds the server's name as the client sent it; without a name, the server's address of the connection.</summary>
    private static void AddServer(List<KeyValuePair<string, object?>> tags, ReadOnlySpan<byte> authority, in RequestEnds ends)
    {
        if (authority.IsEmpty)
        {
            AddEnd(tags, ends.Server, "server.address", "server.port");
            return;
        }

        var colon = authority.LastIndexOf((byte)':');
        var hasPort = colon > authority.LastIndexOf((byte)']');
        var host = hasPort ? authority[..colon] : authority;
        tags.Add(new("server.address", Text(host.TrimStart((byte)'[').TrimEnd((byte)']'))));
        var port = ends.IsSecure ? 443 : 80;
        if (hasPort && int.TryParse(authority[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var named))
        {
            port = named;
        }

        tags.Add(new("server.port", port));
    }

    private static void AddEnd(List<KeyValuePair<string, object?>> tags, EndPoint? end, string address, string? port)
    {
        if (end is not IPEndPoint ip)
        {
            return;
        }

        tags.Add(new(address, (ip.Address.IsIPv4MappedToIPv6 ? ip.Address.MapToIPv4() : ip.Address).ToString()));
        if (port is not null)
        {
            tags.Add(new(port, ip.Port));
        }
    }

    private static string Text(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);
}
