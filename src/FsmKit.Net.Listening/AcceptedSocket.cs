using System.Net.Security;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <summary>Accepted connection with the tag of its listening socket, and with its TLS stream after the handshake.</summary>
internal readonly record struct AcceptedSocket(Socket Socket, object? Source, SslStream? Secure = null);
