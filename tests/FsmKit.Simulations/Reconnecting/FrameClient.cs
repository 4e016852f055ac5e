using FsmKit.Net;

namespace FsmKit.Simulations.Reconnecting;

/// <summary>Sends messages through a connex, whether it is connected or not, and meddles with it in between.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvTransmitReady>, Input<EvHighWater>, Input<EvLowWater>, Input<EvNext>, Input<EvOnAgain>]
public sealed partial class FrameClient : GObj
{
    /// <summary>Precision of the time of the last activity, twice.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMilliseconds(2);

    private int _id;
    private TimeSpan _sentAt;
    private bool _hurries;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Number of steps that are left.</summary>
    public int Left { get; set; }

    /// <summary>Writes the parameters of the connex.</summary>
    public Action<GConnex>? Configure { get; set; }

    /// <summary>Whether it loses nothing by its own doing.</summary>
    public bool IsCalm { get; set; }

    /// <summary>Ledger of sent messages.</summary>
    internal Ledger Ledger { get; set; } = null!;

    /// <summary>Connex that sends the messages.</summary>
    public GConnex Connex { get; private set; } = null!;

    /// <summary>Whether the last water mark was high.</summary>
    public bool IsHigh { get; private set; }

    /// <summary>Whether some time has passed since the output of a connection has changed.</summary>
    public bool IsSettled => Connex is { IsConnected: true, Gsock.LastActivity: { } last } && World.Elapsed > _sentAt + Precision && World.Time.GetUtcNow() > last + Precision;

    private enum State
    {
        [On<EvNext>(nameof(AcNext)), On<EvOnAgain>(nameof(AcOnAgain))]
        [On<EvConnected>(nameof(AcConnected)), On<EvDisconnected>(nameof(AcDisconnected)), On<EvTransmitReady>(nameof(AcReady)), Refuse<EvRxData>]
        [On<EvHighWater>(nameof(AcHigh)), On<EvLowWater>(nameof(AcLow))]
        Busy,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Connex = Create<GConnex>("connex", connex =>
        {
            (connex.Destinations, connex.Jitter) = ([new HostPort("127.0.0.1", 7007)], BackoffJitter.None);
            connex.TimeoutBetweenConnections = TimeSpan.FromMilliseconds(100);
            Configure?.Invoke(connex);
        });
        StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 50)), new EvNext());
    }

    private void AcNext()
    {
        switch (World.Choose(IsCalm ? 10 : 12))
        {
            case 11:
                Connex.Send(new EvDrop(World.Choose()));
                break;
            case 9 when !IsCalm:
                Connex.Send(new EvDisable());
                PlanOnAgain();
                break;
            case 9 or 10:
                Connex.Send(new EvClose());
                break;
            case 8:
                Connect();
                break;
            default:
                SendSome(World.Choose(1, 3));
                break;
        }

        if (--Left > 0 && World.Choose(4) == 3)
        {
            AcNext();
        }
        else if (Left > 0)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 20, 500)), new EvNext());
        }
    }

    private void Connect()
    {
        if (!IsCalm && World.Choose())
        {
            var isOnline = Connex.StateName is "WaitConnected" or "Connected";
            World.Check(Connex.Send(new EvConnect("127.0.0.1", 7007)) == (isOnline ? Outcome.Ignored : Outcome.Refused), "A connex takes a destination that is not its own.");
            return;
        }

        _hurries = Connex.StateName == "Closing";
        World.Check(Connex.Send(new EvConnect()) != Outcome.Refused || Connex.Disabled, "A connex that is switched on does not connect.");
    }

    private void SendSome(int count)
    {
        _sentAt = World.Elapsed;
        for (; count > 0; count--)
        {
            var (id, isOff) = (++_id, Connex.Disabled);
            var outcome = Send(Connex, new EvSendData(FrameServer.Frame(id, World.Choose(0, 10, 40_000))));
            World.Check(!isOff || outcome == Outcome.Refused, "A connex that is switched off takes a message.");
            Ledger.Sent(id, outcome);
        }
    }

    private void PlanOnAgain()
    {
        if (World.Choose())
        {
            AcOnAgain();
        }
        else
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 10, 300)), new EvOnAgain());
        }
    }

    private void AcOnAgain() => Connex.Send(new EvEnable());

    private void AcConnected()
    {
        (_hurries, IsHigh) = (false, false);
        Ledger.Connected();
    }

    private void AcHigh()
    {
        World.Check(!IsHigh, "High water was told twice.");
        IsHigh = true;
    }

    private void AcLow()
    {
        World.Check(IsHigh && Connex is { QueuedMessages: 0, Gsock.IsCongested: false }, "Low water was told twice, or too early.");
        IsHigh = false;
    }

    private void AcReady() => World.Check(Connex.QueuedMessages == 0, "A connex is ready to transmit, and has messages that wait.");

    private void AcDisconnected(in EvDisconnected e)
    {
        World.Check(!_hurries || !Connex.IsDisconnected || Connex.Disabled, "A connex takes its time that was told to connect.");
        Ledger.Disconnected(e.Reason);
    }
}
