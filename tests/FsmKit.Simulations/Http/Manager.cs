using FsmKit.Http;
using FsmKit.Net;

namespace FsmKit.Simulations.Http;

/// <summary>Has an HTTP server: stops it and starts it again, answers by events where the server has no handler, and counts the channels.</summary>
[GClass]
[Input<EvHttpRequest>, Input<EvHttpChannelOpened>, Input<EvHttpChannelClosed>, Input<EvHttpServerStopped>, Input<EvManage>, Input<EvCloseOne>]
[On<EvCloseOne>(nameof(AcCloseOne))]
public sealed partial class Manager : GObj
{
    private TimeSpan _stoppedAt;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Writes the parameters of the server.</summary>
    public Action<GHttpServer> Configure { get; set; } = null!;

    /// <summary>Number of stops of the server that are left.</summary>
    public int Stops { get; set; }

    /// <summary>Whether it closes channels, at any moment.</summary>
    public bool Closes { get; set; }

    /// <summary>Number of channels that the stops have dropped.</summary>
    public int Dropped { get; private set; }

    /// <summary>The channels that have not ended.</summary>
    internal Channels Channels { get; } = new();

    /// <summary>The server.</summary>
    public GHttpServer Http { get; private set; } = null!;

    private enum State
    {
        [On<EvHttpRequest>(nameof(AcAnswer)), On<EvHttpChannelOpened>(nameof(AcOpened)), On<EvHttpChannelClosed>(nameof(AcClosed))]
        [On<EvManage>(nameof(AcStop), Next = Stopping), Refuse<EvHttpServerStopped>]
        Serving,

        [Hot, On<EvHttpRequest>(nameof(AcAnswer)), On<EvHttpChannelOpened>(nameof(AcOpened)), On<EvHttpChannelClosed>(nameof(AcClosed))]
        [On<EvHttpServerStopped>(nameof(AcStopped), Next = Stopped), Refuse<EvManage>]
        Stopping,

        [On<EvManage>(nameof(AcStart), Next = Serving), On<EvHttpChannelOpened>(nameof(AcOpened)), On<EvHttpChannelClosed>(nameof(AcClosed))]
        [Refuse<EvHttpRequest>, Refuse<EvHttpServerStopped>]
        Stopped,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        World.Always("each channel is in a state that fits its connection and its request", () => Channels.AreConsistent);
        Http = Create<GHttpServer>("http", http => Configure(http));
        PlanStop();
    }

    private void PlanStop()
    {
        if (Stops-- > 0)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 15, 40, 100, 400)), new EvManage());
        }
    }

    private void AcStop()
    {
        _stoppedAt = World.Elapsed;
        Send(Http, new EvStopServing());
    }

    private void AcStopped(in EvHttpServerStopped e)
    {
        World.Check(Channels.Count == 0, "A server says that it has stopped, and has channels.");
        World.Check(World.Elapsed - _stoppedAt <= Http.DrainTimeout, $"A server has taken {World.Elapsed - _stoppedAt} to stop.");
        Dropped += e.Dropped;
        StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 50)), new EvManage());
    }

    private void AcStart()
    {
        World.Check(Http.StateName == "Stopped", "A server that has said that it has stopped is not stopped.");
        Send(Http, new EvStartServing());
        PlanStop();
    }

    private void AcOpened(in EvHttpChannelOpened e)
    {
        World.Check(Channels.Add(e.Channel), "A channel was opened twice.");
        if (Closes && World.Choose(3) > 0)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 20, 60, 200, 600)), new EvCloseOne(e.Channel));
        }
    }

    /// <summary>Closes a channel, perhaps twice.</summary>
    private void AcCloseOne(in EvCloseOne e)
    {
        if (!e.Channel.IsDestroyed)
        {
            e.Channel.Send(new EvClose());
            World.Check(e.Channel.StateName is "Closing" or "Gone" or "WaitResponse" or "Responding", $"A channel that is closed is in {e.Channel.StateName}.");
            if (World.Choose())
            {
                StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 20)), e);
            }
        }
    }

    private void AcClosed(in EvHttpChannelClosed e)
    {
        var mistake = Channels.Remove(e.Channel, e.Reason);
        World.Check(mistake is null, mistake ?? "");
        if (World.Choose(4) == 3)
        {
            e.Channel.Send(new EvDrop());
            World.Check(e.Channel.StateName == "Gone", "A channel is over, and does something.");
        }
    }
}
