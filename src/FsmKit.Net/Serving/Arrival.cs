using System.Net;

namespace FsmKit.Net;

/// <summary>An accepted connection before its admission.</summary>
/// <param name="Link">The link, without an owner.</param>
/// <param name="Endpoint">The endpoint that accepted the connection.</param>
/// <param name="Proxy">The address of the proxy that forwarded the connection; null without a PROXY header.</param>
internal readonly record struct Arrival(StreamLink Link, ServerEndpoint Endpoint, EndPoint? Proxy = null);
