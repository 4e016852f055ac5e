using FsmKit.Net;

namespace FsmKit.Simulations.Echo;

/// <summary>Sends back what it receives; reads no more while a client does not take it.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvInputEnded>, Input<EvHighWater>, Input<EvLowWater>, Input<EvDisconnected>]
public sealed partial class EchoServer : GObj
{
    private readonly HashSet<GSock> _open = [];

    /// <summary>The world that is told of what must not be.</summary>
    public World World { get; set; } = null!;

    /// <summary>Whether connections may be half open.</summary>
    public bool IsHalfOpen { get; set; }

    /// <summary>How it speaks TLS; null does not.</summary>
    public TlsOptions? Tls { get; set; }

    /// <summary>Writes more parameters of the server socket.</summary>
    public Action<GServerSock>? Configure { get; set; }

    /// <summary>The server socket.</summary>
    public GServerSock Server { get; private set; } = null!;

    /// <summary>How many bytes came, of all clients.</summary>
    public long Received { get; private set; }

    /// <summary>How many connections have not ended.</summary>
    public int Open => _open.Count;

    private enum State
    {
        [On<EvConnected>(nameof(AcBegin)), On<EvRxData>(nameof(AcEcho)), On<EvInputEnded>(nameof(AcEndOutput))]
        [On<EvHighWater>(nameof(AcPause)), On<EvLowWater>(nameof(AcResume)), On<EvDisconnected>(nameof(AcEnd))]
        Serving,
    }

    /// <inheritdoc/>
    protected override void StartUp() => Server = Create<GServerSock>("server", server =>
    {
        (server.Host, server.Port, server.SslOptions) = ("127.0.0.1", 7007, Tls);
        server.ConfigureGsock = gsock => (gsock.AllowHalfOpen, gsock.HighWaterMark, gsock.LowWaterMark) = (IsHalfOpen, 2000, 500);
        Configure?.Invoke(server);
    });

    private void AcBegin(in EvConnected e) => World.Check(_open.Add(e.Gsock), "A connection was told twice.");

    private void AcEcho(in EvRxData e)
    {
        World.Check(_open.Contains(e.Gsock), "Data came outside of a connection.");
        Received += e.Data.Length;
        Send(e.Gsock, new EvSendData(e.Data));
    }

    private static void AcEndOutput(in EvInputEnded e) => e.Gsock.Send(new EvHalfClose());

    private static void AcPause(in EvHighWater e) => e.Gsock.Send(new EvPauseReceiving());

    private static void AcResume(in EvLowWater e) => e.Gsock.Send(new EvResumeReceiving());

    private void AcEnd(in EvDisconnected e) => World.Check(_open.Remove(e.Gsock), "The end of a connection was told twice, or before it began.");
}
