using System.Net;

namespace FsmKit.Net;

/// <summary>Content of a PROXY header.</summary>
/// <param name="Source">The client's address; null for a connection of the proxy itself (LOCAL), or an unknown address.</param>
/// <param name="Destination">The address that the client connected to; null if it is unknown.</param>
internal sealed record ProxyHeader(EndPoint? Source, EndPoint? Destination)
{
    /// <summary>A header without addresses: those of the connection itself apply.</summary>
    public static ProxyHeader Unknown { get; } = new(null, null);
}
