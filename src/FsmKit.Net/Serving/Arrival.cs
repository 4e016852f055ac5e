using System.Net;

namespace FsmKit.Net;

/// <summary>A connection that was accepted and that nobody has seen yet.</summary>
/// <param name="Link">Its link; nobody owns it.</param>
/// <param name="Endpoint">Where it came in.</param>
/// <param name="Proxy">The address of the proxy that passed it on, when there is one.</param>
internal readonly record struct Arrival(StreamLink Link, ServerEndpoint Endpoint, EndPoint? Proxy = null);
