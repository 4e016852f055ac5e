using FsmKit;
using FsmKit.Net;

namespace Consumer;

/// <summary>Echoes received bytes. The rows for a connection that comes or goes are missing still.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>]
public sealed partial class EchoServer : GObj
{
    private GServerSock? _server;

    public int Port => _server!.Port;

    private enum State : byte
    {
        /// <summary>Serving.</summary>
        [On<EvRxData>(nameof(AcEcho))]
        Serving,
    }

    protected override void StartUp() => _server = Create<GServerSock>("server", server => server.Host = "127.0.0.1");

    private void AcEcho(in EvRxData e) => Send(e.Gsock, new EvSendData(e.Data));
}
