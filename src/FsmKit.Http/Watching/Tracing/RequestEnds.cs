using System.Net;

namespace FsmKit.Http;

/// <summary>Who talks to whom.</summary>
/// <param name="Server">The server's own end of the connection.</param>
/// <param name="Peer">The other end of the connection: the client, or a proxy before it.</param>
/// <param name="Client">The client: the peer, or whom the proxy says it speaks for.</param>
/// <param name="IsSecure">The connection is encrypted.</param>
internal readonly record struct RequestEnds(EndPoint? Server, EndPoint? Peer, EndPoint? Client, bool IsSecure);
