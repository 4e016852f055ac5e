using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>A connection out of a backlog, and the tag of the socket that it came from.</summary>
internal readonly record struct AcceptedSocket(Socket Socket, object? Source);
