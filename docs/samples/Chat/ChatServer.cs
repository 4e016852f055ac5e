using System.Net;
using FsmKit;
using FsmKit.Net;

namespace ChatSample;

/// <summary>Chat server with a session for each connection. Events of a connection go to its session.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvFinished>]
public sealed partial class ChatServer : GObj
{
    private readonly Dictionary<GSock, Session> _sessions = [];
    private GServerSock? _server;

    /// <summary>The address to listen on.</summary>
    [Parameter]
    public partial string Host { get; set; } = "127.0.0.1";

    /// <summary>The port to listen on; 0 takes a free one.</summary>
    [Parameter]
    public partial int Port { get; set; }

    /// <summary>Writes parameters of each session; for the bugs.</summary>
    public Action<Session>? ConfigureSession { get; set; }

    /// <summary>Address that the server listens on; null before its start.</summary>
    public EndPoint? Address => _server?.Sockname;

    /// <summary>The room.</summary>
    public Room Room { get; private set; } = null!;

    private enum State : byte
    {
        /// <summary>Serving.</summary>
        [On<EvConnected>(nameof(AcBegin))]
        [On<EvRxData>(nameof(AcRead))]
        [On<EvDisconnected>(nameof(AcEnd))]
        [On<EvFinished>(nameof(AcForget))]
        Serving,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Room = Create<Room>("room");
        _server = Create<GServerSock>("server", server => (server.Host, server.Port) = (Host, Port));
    }

    private void AcBegin(in EvConnected e)
    {
        var gsock = e.Gsock;
        _sessions.Add(gsock, Create<Session>(configure: session =>
        {
            (session.Gsock, session.Room) = (gsock, Room);
            ConfigureSession?.Invoke(session);
        }));
    }

    private void AcRead(in EvRxData e) => Send(_sessions[e.Gsock], e);

    private void AcEnd(in EvDisconnected e)
    {
        _sessions.Remove(e.Gsock, out var session);
        Send(session!, e);
    }

    private static void AcForget(in EvFinished e) => e.Gobj.Destroy();
}
