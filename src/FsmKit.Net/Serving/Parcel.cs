using System.Net;

namespace FsmKit.Net;

/// <summary>An accepted connection between two loops.</summary>
/// <param name="socket">What <see cref="StreamLink.Detach"/> gave.</param>
/// <param name="endpoint">Where it came in.</param>
/// <param name="proxy">The proxy's address; then the next two are what it told.</param>
/// <param name="remote">The client's address, or null when the socket tells it.</param>
/// <param name="local">The address that the client connected to.</param>
internal sealed class Parcel(IDisposable socket, ServerEndpoint endpoint, EndPoint? proxy, EndPoint? remote, EndPoint? local)
{
    public IDisposable Socket => socket;

    public ServerEndpoint Endpoint => endpoint;

    public EndPoint? Proxy => proxy;

    public EndPoint? Remote => remote;

    public EndPoint? Local => local;
}
