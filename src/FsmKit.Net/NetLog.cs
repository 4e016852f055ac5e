using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace FsmKit.Net;

/// <summary>Log lines of the socket gclasses.</summary>
internal static partial class NetLog
{
    [LoggerMessage(101, LogLevel.Debug, "==> {Gsock} connects to {Remote}")]
    public static partial void Connecting(ILogger logger, GSock gsock, EndPoint remote);

    [LoggerMessage(102, LogLevel.Debug, "<== {Gsock} is connected")]
    public static partial void Connected(ILogger logger, GSock gsock);

    [LoggerMessage(103, LogLevel.Debug, "==> {Gsock} drops its connection")]
    public static partial void Dropped(ILogger logger, GSock gsock);

    [LoggerMessage(104, LogLevel.Debug, "<== {Gsock} is disconnected: {Reason}, {Error}")]
    public static partial void Disconnected(ILogger logger, GSock gsock, DisconnectReason reason, SocketError error);

    [LoggerMessage(105, LogLevel.Warning, "{Gsock} cannot connect to {Host}:{Port}: {Error}")]
    public static partial void NotConnected(ILogger logger, GSock gsock, string host, int port, SocketError error);

    [LoggerMessage(106, LogLevel.Warning, "{Gsock} finds no address of '{Host}': {Error}")]
    public static partial void NotResolved(ILogger logger, GSock gsock, string host, SocketError error, Exception? exception);

    [LoggerMessage(112, LogLevel.Warning,
        "{Gsock} drops its connection: {Pending} bytes wait to be sent, and the new message does not fit into OutbufOverflow, {Limit} bytes. Send less until EvLowWater, or raise the limit.")]
    public static partial void Overflow(ILogger logger, GSock gsock, int pending, int limit);

    [LoggerMessage(113, LogLevel.Information, "{Dump}")]
    public static partial void Data(ILogger logger, string dump);

    [LoggerMessage(107, LogLevel.Information, "{Server} listens on {Address}")]
    public static partial void Listening(ILogger logger, GServerSock server, EndPoint address);

    [LoggerMessage(108, LogLevel.Error,
        "{Server} cannot accept: {Error}. Connections wait in the backlog; it tries again every {Milliseconds} ms. If it lasts, raise the limit of open files.")]
    public static partial void Starved(ILogger logger, GServerSock server, SocketError error, int milliseconds);

    [LoggerMessage(109, LogLevel.Information, "{Server} accepts again")]
    public static partial void Recovered(ILogger logger, GServerSock server);

    [LoggerMessage(110, LogLevel.Warning, "{Server} lost a connection while accepting it: {Error}")]
    public static partial void AcceptFailed(ILogger logger, GServerSock server, SocketError error);

    [LoggerMessage(111, LogLevel.Error, "{Server} closed a connection for which no gobj could be created")]
    public static partial void NotCreated(ILogger logger, GServerSock server, Exception exception);

    [LoggerMessage(115, LogLevel.Information, "{Gsock} closes its connection with {Peer}, which sent bytes that are no frame: {Fault}")]
    public static partial void BadFrame(ILogger logger, GSock gsock, EndPoint? peer, FrameFault fault);

    [LoggerMessage(116, LogLevel.Warning,
        "A frame of {Gsock} has no subscriber and is lost. Add [Input<EvFrame>] to the gclass of {Meant}, or subscribe another gobj with Subscribe<EvFrame>.")]
    public static partial void UnheardFrame(ILogger logger, GSock gsock, GObj meant);

    [LoggerMessage(114, LogLevel.Information, "{Gsock} ends its TLS handshake with {Peer}: {Why}")]
    public static partial void NotSecured(ILogger logger, GSock gsock, EndPoint? peer, string why);
}
