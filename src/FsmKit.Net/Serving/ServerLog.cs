using System.Net;
using Microsoft.Extensions.Logging;

namespace FsmKit.Net;

/// <summary>What a server writes to the log about whom it does not let in; peers cause it, so it is at most a warning, and throttled.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(121, LogLevel.Warning, "{Server} refused {Peer}: {Reason}. It is one of {Count} refusals since the last line; the next one follows after 10 s.")]
    public static partial void Refused(ILogger logger, GServerSock server, EndPoint? peer, RefusalReason reason, long count);

    [LoggerMessage(122, LogLevel.Warning,
        "{Server} is full with {Connections} connections ({Count} times since the last line): more wait in the backlog. Raise MaxConnections, or add workers.")]
    public static partial void Full(ILogger logger, GServerSock server, int connections, long count);

    [LoggerMessage(123, LogLevel.Warning,
        "{Server} has {Handshakes} connections that are not finished ({Count} times since the last line): more wait in the backlog; those that stall for HandshakePatience are ended. If the peers are honest, raise MaxHandshakes, or add workers.")]
    public static partial void Crowded(ILogger logger, GServerSock server, int handshakes, long count);
}
