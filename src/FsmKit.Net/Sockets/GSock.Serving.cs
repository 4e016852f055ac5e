using System.Net;

namespace FsmKit.Net;

/// <content>The server of an accepted connection.</content>
public sealed partial class GSock
{
    /// <summary>The server that accepted the connection; null when this side connected or adopted the socket.</summary>
    public GServerSock? Server => _server;

    /// <summary>
    /// The <see cref="ServerEndpoint.Source"/> of the endpoint that accepted the connection (Gio <c>source_object</c>); null if it has
    /// none.
    /// </summary>
    public object? EndpointSource => Served?.Source;

    /// <summary>
    /// The address of the proxy that forwarded the connection with a PROXY header; <see cref="Peername"/> is then the client's address. Null
    /// without a PROXY header.
    /// </summary>
    public EndPoint? ProxyPeername => Served?.Proxy;

    internal Served? Served { get; set; }
}
