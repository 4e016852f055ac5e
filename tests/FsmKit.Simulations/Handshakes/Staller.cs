using FsmKit.Net;

namespace FsmKit.Simulations.Handshakes;

/// <summary>Connects to a server that waits for a handshake, or to a mute server, and hangs up in between or not.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvHangUp>]
[Refuse<EvRxData>]
public sealed partial class Staller : GObj
{
    private GSock _gsock = null!;
    private TimeSpan _begun;
    private bool _hangsUp;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Whether the client begins a handshake that gets no answer. Otherwise a server waits for a handshake.</summary>
    public bool IsSecure { get; set; }

    private enum State
    {
        [Hot, On<EvConnected>(nameof(AcConnected), Next = Waiting), On<EvDisconnected>(nameof(AcEnd), Next = Over), On<EvHangUp>(nameof(AcHangUp))]
        Connecting,

        [Hot, On<EvDisconnected>(nameof(AcEnd), Next = Over), On<EvHangUp>(nameof(AcHangUp)), Refuse<EvConnected>]
        Waiting,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Ignore<EvHangUp>, Refuse]
        Over,
#pragma warning restore FSM0061
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _gsock = Create<GSock>("gsock", gsock =>
        {
            (gsock.Host, gsock.Port) = ("127.0.0.1", IsSecure ? StallScenario.MutePort : StallScenario.SecurePort);
            gsock.SslOptions = IsSecure ? StallScenario.Client : null;
        });
        _begun = World.Elapsed;
        Send(_gsock, new EvConnect());
        if (IsSecure && World.Choose())
        {
            Send(_gsock, new EvSendData([1, 2, 3]));
        }

        if (World.Choose(4) == 3)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 30, 200, 310)), new EvHangUp());
        }
    }

    private void AcConnected() => World.Check(!IsSecure, "A handshake has ended that nobody has answered.");

    private void AcHangUp()
    {
        _hangsUp = true;
        if (World.Choose())
        {
            Send(_gsock, new EvClose());
        }
        else
        {
            Send(_gsock, new EvDrop());
        }
    }

    private void AcEnd(in EvDisconnected e)
    {
        var time = World.Elapsed - _begun;
        World.Check(_hangsUp || (time >= StallScenario.Timeout && time <= StallScenario.Timeout + StallScenario.OnTheWay), $"A stalled handshake has ended after {time.TotalMilliseconds} ms.");
        World.Check(_hangsUp || e.Reason == (IsSecure ? DisconnectReason.HandshakeTimedOut : DisconnectReason.PeerClosed), $"A stalled handshake has ended for {e.Reason}.");
    }
}
