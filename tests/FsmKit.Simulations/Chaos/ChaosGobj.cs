using FsmKit.Net;

namespace FsmKit.Simulations.Chaos;

/// <summary>Does anything to its gsocks at any time, also inside of their events, until it has done enough; then it reads on and closes them.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvConnected>, Input<EvRxData>, Input<EvInputEnded>, Input<EvHighWater>, Input<EvLowWater>, Input<EvTransmitReady>, Input<EvDisconnected>, Input<EvAct>]
public sealed partial class ChaosGobj : GObj
{
    private readonly List<(GSock Gsock, ChaosSide Side)> _open = [];

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Settings of its gsocks.</summary>
    public ChaosSettings Settings { get; set; } = null!;

    /// <summary>Whether it accepts connections, in place of making them.</summary>
    public bool IsServer { get; set; }

    /// <summary>Number of actions that are left.</summary>
    public int Left { get; set; } = 12;

    /// <summary>Bytes that both ends handed over.</summary>
    internal Wire Wire { get; set; } = null!;

    /// <summary>Whether nothing is connected.</summary>
    public bool IsQuiet => _open.TrueForAll(static one => one.Gsock.IsDisconnected);

    /// <summary>Whether each connection that is to be closed when it is flushed is closed soon after that.</summary>
    public bool ClosesInTime => _open.TrueForAll(static one => one.Side.ClosesInTime(one.Gsock));

    /// <summary>Whether each connection that has been idle for its time is ended.</summary>
    public bool EndsIdle => _open.TrueForAll(static one => one.Side.EndsIdle(one.Gsock));

    private enum State
    {
        [On<EvConnected>(nameof(AcBegin)), On<EvRxData>(nameof(AcGet)), On<EvInputEnded>(nameof(AcEndInput))]
        [On<EvHighWater>(nameof(AcHigh)), On<EvLowWater>(nameof(AcLow)), On<EvTransmitReady>(nameof(AcReady))]
        [On<EvDisconnected>(nameof(AcEnd)), On<EvAct>(nameof(AcAct))]
        Busy,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        if (IsServer)
        {
            Create<GServerSock>("server", server => (server.Host, server.Port, server.ConfigureGsock) = ("127.0.0.1", 7007, Configure));
        }
        else
        {
            var gsock = Create<GSock>("gsock", Configure);
            _open.Add((gsock, new ChaosSide(World, Wire, isServer: false)));
            Send(gsock, new EvConnect());
        }

        StartTimer(TimeSpan.FromMilliseconds(1), new EvAct());
    }

    private void Configure(GSock gsock)
    {
        (gsock.AllowHalfOpen, gsock.SendBytes, gsock.OverflowPolicy) = (Settings.IsHalfOpen, Settings.SendBytes, Settings.Refuses ? OverflowPolicy.Refuse : OverflowPolicy.Drop);
        (gsock.OutbufOverflow, gsock.HighWaterMark, gsock.LowWaterMark) = (Settings.Overflow, Settings.HighWater, Settings.HighWater / 4);
        (gsock.LingerTimeout, gsock.IdleTimeout) = (Settings.Linger, Settings.Idle);
        if (!IsServer)
        {
            (gsock.Host, gsock.Port) = ("127.0.0.1", 7007);
        }
    }

    private ChaosSide SideOf(GSock gsock) => _open.Find(one => one.Gsock == gsock).Side;

    private void AcBegin(in EvConnected e)
    {
        if (IsServer)
        {
            _open.Add((e.Gsock, new ChaosSide(World, Wire, isServer: true)));
        }

        SideOf(e.Gsock).Begin(e.Gsock);
        Meddle(e.Gsock);
    }

    private void AcGet(in EvRxData e)
    {
        SideOf(e.Gsock).Get(e.Data);
        Meddle(e.Gsock);
    }

    private void AcEndInput(in EvInputEnded e)
    {
        SideOf(e.Gsock).EndInput();
        Meddle(e.Gsock);
    }

    private void AcHigh(in EvHighWater e)
    {
        SideOf(e.Gsock).Mark(isHigh: true);
        Meddle(e.Gsock);
    }

    private void AcLow(in EvLowWater e)
    {
        SideOf(e.Gsock).Mark(isHigh: false);
        Meddle(e.Gsock);
    }

    private void AcReady(in EvTransmitReady e)
    {
        SideOf(e.Gsock).Ready(e.Gsock);
        Meddle(e.Gsock);
    }

    private void AcEnd(in EvDisconnected e)
    {
        var side = SideOf(e.Gsock);
        World.Check(side is not null, "The end of a connection was told that had none.");
        side!.End(e.Reason);
        Meddle(e.Gsock);
        if (IsServer)
        {
            _open.RemoveAll(one => one.Side == side);
        }
    }

    private void Meddle(GSock gsock)
    {
        if (World.Choose(6) == 5 && Left-- > 0)
        {
            SideOf(gsock).Act(gsock);
        }
        else if (Left <= 0)
        {
            StartTimer(TimeSpan.FromSeconds(1), new EvAct());
        }
    }

    private void AcAct()
    {
        if (_open.Count > 0)
        {
            var (gsock, side) = _open[World.Choose(_open.Count)];
            if (Left-- > 0)
            {
                side.Act(gsock);
            }
            else
            {
                EndAll();
                return;
            }
        }
        else
        {
            Left--;
        }

        if (Left > 0 || !IsQuiet)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 10, 50)), new EvAct());
        }
    }

    private void EndAll()
    {
        foreach (var (gsock, _) in _open.ToArray())
        {
            gsock.Send(new EvResumeReceiving());
            gsock.Send(new EvClose());
        }

        if (!IsQuiet)
        {
            StartTimer(TimeSpan.FromSeconds(1), new EvAct());
        }
    }
}
