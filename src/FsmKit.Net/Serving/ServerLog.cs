using System.Net;
using Microsoft.Extensions.Logging;

namespace FsmKit.Net;

/// <summary>Log lines of a server about refusals and limits. Peers cause these lines, so they are warnings and throttled.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(121, LogLevel.Warning, "{Server} refused {Peer}: {Reason}. This line stands for {Count} refusals since the last line; the next line follows after 10 s at the earliest.")]
    public static partial void Refused(ILogger logger, GServerSock server, EndPoint? peer, RefusalReason reason, long count);

    [LoggerMessage(122, LogLevel.Warning,
        "{Server} is full with {Connections} connections ({Count} times since the last line). New ones wait in the backlog. Raise MaxConnections, or add workers.")]
    public static partial void Full(ILogger logger, GServerSock server, int connections, long count);

    [LoggerMessage(123, LogLevel.Warning,
        "{Server} has {Handshakes} unfinished connections ({Count} times since the last line). New ones wait in the backlog; those that stall for HandshakePatience are ended. If the peers are honest, raise MaxHandshakes, or add workers.")]
    public static partial void Crowded(ILogger logger, GServerSock server, int handshakes, long count);
}
