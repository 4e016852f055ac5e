using System.Net;
using FsmKit;
using FsmKit.Net;

namespace EchoSample;

/// <summary>Echo server: sends received bytes back, on every connection.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvHighWater>, Input<EvLowWater>]
public sealed partial class EchoServer : GObj
{
    private GServerSock? _server;

    /// <summary>The address to listen on, or another value that the host of a GServerSock may have.</summary>
    [Parameter]
    public partial string Host { get; set; } = "127.0.0.1";

    /// <summary>The port to listen on; 0 takes a free one.</summary>
    [Parameter]
    public partial int Port { get; set; }

    /// <summary>Whether other loops listen on the same port.</summary>
    [Parameter]
    public partial bool SharesPort { get; set; }

    /// <summary>Options of TLS for every connection; null, the default, for plain TCP.</summary>
    [Parameter]
    public partial TlsOptions? SslOptions { get; set; }

    /// <summary>Address that the server listens on; null before its start.</summary>
    public EndPoint? Address => _server?.Sockname;

    private enum State : byte
    {
        /// <summary>Serving. The gsocks live and die by themselves. Receiving pauses while a client does not read its echo.</summary>
        [On<EvRxData>(nameof(AcEcho))]
        [On<EvHighWater>(nameof(AcPause))]
        [On<EvLowWater>(nameof(AcResume))]
        [Ignore<EvConnected>]
        [Ignore<EvDisconnected>]
        Serving,
    }

    /// <inheritdoc/>
    protected override void StartUp() => _server = Create<GServerSock>("server", server =>
    {
        server.Host = Host;
        server.Port = Port;
        server.ReusePort = SharesPort;
        server.SslOptions = SslOptions;
    });

    private void AcEcho(in EvRxData e) => Send(e.Gsock, new EvSendData(e.Data));

    private void AcPause(in EvHighWater e) => Send(e.Gsock, new EvPauseReceiving());

    private void AcResume(in EvLowWater e) => Send(e.Gsock, new EvResumeReceiving());
}
