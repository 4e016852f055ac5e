using System.Net;

namespace FsmKit.Net;

/// <summary>What a proxy says about the connection that it passes on.</summary>
/// <param name="Source">The client's address; null when the proxy speaks for itself or does not know.</param>
/// <param name="Destination">The address that the client connected to; null together with the other.</param>
internal sealed record ProxyHeader(EndPoint? Source, EndPoint? Destination)
{
    /// <summary>The connection's own addresses are the true ones.</summary>
    public static ProxyHeader Unknown { get; } = new(null, null);
}
