using System.Net;

namespace FsmKit.Net;

/// <content>What a gsock knows of the server that accepted it.</content>
public sealed partial class GSock
{
    /// <summary>The server that accepted the connection; null when this side connected.</summary>
    public GServerSock? Server => _server;

    /// <summary>The source object of the endpoint at which the connection came in (Gio <c>source_object</c>).</summary>
    public object? EndpointSource => Served?.Source;

    /// <summary>
    /// The address of the proxy that passed the connection on with a PROXY header, or null; <see cref="Peername"/> is the client's then.
    /// </summary>
    public EndPoint? ProxyPeername => Served?.Proxy;

    internal Served? Served { get; set; }
}
