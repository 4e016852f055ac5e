using System.Net.Security;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <summary>A connection out of a backlog, the tag of the socket that it came from, and its TLS when the handshake is done.</summary>
internal readonly record struct AcceptedSocket(Socket Socket, object? Source, SslStream? Secure = null);
