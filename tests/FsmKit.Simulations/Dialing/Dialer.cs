using FsmKit.Net;

namespace FsmKit.Simulations.Dialing;

/// <summary>Connects by a name several times, breaks some attempts off, and compares each result with the plan.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvBreakOff>]
public sealed partial class Dialer : GObj
{
    private GSock _gsock = null!;
    private bool _breaksOff;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Number of attempts that are left.</summary>
    public int Left { get; set; } = 3;

    /// <summary>Plan of the name.</summary>
    internal DialPlan Plan { get; set; } = null!;

    private enum State
    {
        [Hot, On<EvConnected>(nameof(AcConnected), Next = Talking), On<EvDisconnected>(nameof(AcFailed)), On<EvBreakOff>(nameof(AcBreakOff)), Refuse<EvRxData>]
        Connecting,

        [On<EvDisconnected>(nameof(AcConnect), Next = Connecting, When = nameof(IsToGoOn)), On<EvDisconnected>(Next = Over)]
        [On<EvBreakOff>(nameof(AcBreakOff)), Refuse<EvConnected>, Refuse<EvRxData>]
        Talking,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Ignore<EvBreakOff>, Refuse]
        Over,
#pragma warning restore FSM0061
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _gsock = Create<GSock>("gsock", gsock =>
        {
            (gsock.Host, gsock.UseMultiPorts, gsock.Ports) = ("somewhere", true, DialPlan.Ports);
            (gsock.ConnectTimeout, gsock.Resolver) = (TimeSpan.FromSeconds(1), (_, _) => Plan.Resolve());
        });
        AcConnect();
    }

    private bool IsToGoOn() => Left > 0;

    private void AcConnect()
    {
        Left--;
        _breaksOff = World.Choose();
        StopTimer<EvBreakOff>();
        if (_breaksOff)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 30, 240, 260, 500, 1500)), new EvBreakOff());
        }

        Send(_gsock, new EvConnect());
    }

    private void AcConnected()
    {
        World.Check(_gsock.Port == Plan.Port, $"It is connected to port {_gsock.Port}, not to {Plan.Port}.");
        Send(_gsock, new EvClose());
    }

    private void AcFailed(in EvDisconnected e)
    {
        World.Check((_breaksOff && e.Reason == DisconnectReason.Dropped) || (Plan.Port is null && e.Reason == Plan.Reason), $"It ended for {e.Reason}, and not for {Plan.Reason}.");
        if (IsToGoOn())
        {
            AcConnect();
        }
        else
        {
            ChangeState(State.Over);
        }
    }

    private void AcBreakOff() => Send(_gsock, new EvDrop(World.Choose()));
}

/// <summary>Orders to break the attempt off.</summary>
public readonly record struct EvBreakOff;
