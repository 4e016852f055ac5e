using System.Net;

namespace FsmKit.Http;

/// <summary>Addresses of the parties of a request.</summary>
/// <param name="Server">The server's own address of the connection.</param>
/// <param name="Peer">The peer of the connection: the client, or a proxy in front of it.</param>
/// <param name="Client">The client: the peer, or the address that a trusted proxy names.</param>
/// <param name="IsSecure">Whether the connection is encrypted.</param>
internal readonly record struct RequestEnds(EndPoint? Server, EndPoint? Peer, EndPoint? Client, bool IsSecure);
