using System.Net;

namespace FsmKit.Net;

/// <summary>An accepted connection on its way from one loop to another.</summary>
/// <param name="socket">The socket that <see cref="StreamLink.Detach"/> returned.</param>
/// <param name="endpoint">The endpoint that accepted the connection.</param>
/// <param name="proxy">The proxy's address; null without a PROXY header.</param>
/// <param name="remote">The client's address, from the PROXY header if there is one.</param>
/// <param name="local">The address that the client connected to, from the PROXY header; null without one.</param>
internal sealed class Parcel(IDisposable socket, ServerEndpoint endpoint, EndPoint? proxy, EndPoint? remote, EndPoint? local)
{
    public IDisposable Socket => socket;

    public ServerEndpoint Endpoint => endpoint;

    public EndPoint? Proxy => proxy;

    public EndPoint? Remote => remote;

    public EndPoint? Local => local;
}
