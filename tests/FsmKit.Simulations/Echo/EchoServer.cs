using FsmKit.Net;

namespace FsmKit.Simulations.Echo;

/// <summary>Echoes received bytes, and pauses receiving while a client does not read.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvInputEnded>, Input<EvHighWater>, Input<EvLowWater>, Input<EvDisconnected>, Input<EvServing>]
public sealed partial class EchoServer : GObj
{
    private readonly HashSet<GSock> _open = [];
    private ServingChange? _told;
    private bool _isStarved;

    /// <summary>The world that gets the faults.</summary>
    public World World { get; set; } = null!;

    /// <summary>Whether connections may be half open.</summary>
    public bool IsHalfOpen { get; set; }

    /// <summary>Options of TLS; null for plain TCP.</summary>
    public TlsOptions? Tls { get; set; }

    /// <summary>Writes more parameters of the server socket.</summary>
    public Action<GServerSock>? Configure { get; set; }

    /// <summary>The server socket.</summary>
    public GServerSock Server { get; private set; } = null!;

    /// <summary>Number of received bytes, of all clients.</summary>
    public long Received { get; private set; }

    /// <summary>Number of connections that have not ended.</summary>
    public int Open => _open.Count;

    private enum State
    {
        [On<EvConnected>(nameof(AcBegin)), On<EvRxData>(nameof(AcEcho)), On<EvInputEnded>(nameof(AcEndOutput))]
        [On<EvHighWater>(nameof(AcPause)), On<EvLowWater>(nameof(AcResume)), On<EvDisconnected>(nameof(AcEnd)), On<EvServing>(nameof(AcTold))]
        Serving,
    }

    /// <inheritdoc/>
    protected override void StartUp() => Server = Create<GServerSock>("server", server =>
    {
        (server.Host, server.Port, server.SslOptions) = ("127.0.0.1", 7007, Tls);
        server.ConfigureGsock = gsock => (gsock.AllowHalfOpen, gsock.HighWaterMark, gsock.LowWaterMark, gsock.LingerTimeout) = (IsHalfOpen, 2000, 500, TimeSpan.FromSeconds(100));
        Configure?.Invoke(server);
    });

    private void AcBegin(in EvConnected e)
    {
        World.Check(_open.Add(e.Gsock), "A connection was told twice.");
        World.Check(!_isStarved, "A server that has told of a lack of descriptors accepts, and has not told of its end.");
    }

    private void AcEcho(in EvRxData e)
    {
        World.Check(_open.Contains(e.Gsock), "Data came outside of a connection.");
        Received += e.Data.Length;
        Send(e.Gsock, new EvSendData(e.Data));
    }

    private void AcEndOutput(in EvInputEnded e)
    {
        if (World.Choose())
        {
            e.Gsock.Send(new EvClose());
        }
        else
        {
            e.Gsock.Send(new EvHalfClose());
        }
    }

    private static void AcPause(in EvHighWater e) => e.Gsock.Send(new EvPauseReceiving());

    private static void AcResume(in EvLowWater e) => e.Gsock.Send(new EvResumeReceiving());

    private void AcEnd(in EvDisconnected e) => World.Check(_open.Remove(e.Gsock), "The end of a connection was told twice, or before it began.");

    private void AcTold(in EvServing e)
    {
        World.Check(e.Change != ServingChange.Freed || (_told == ServingChange.Full && (e.Server.MaxConnections == 0 || e.Server.NGsocks < e.Server.MaxConnections)), "There is no room where it was told.");
        World.Check(e.Change != ServingChange.Resumed || _told == ServingChange.Paused, "A server goes on that was not paused.");
        World.Check(e.Change != ServingChange.Starved || !_isStarved, "A lack of descriptors is told twice.");
        World.Check(e.Change != ServingChange.Recovered || _isStarved, "The end of a lack of descriptors is told that was not told.");
        _isStarved = e.Change == ServingChange.Starved || (_isStarved && e.Change != ServingChange.Recovered);
        _told = e.Change;
    }
}
