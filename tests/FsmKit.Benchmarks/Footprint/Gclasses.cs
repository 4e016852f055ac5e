using FsmKit.Net;

namespace FsmKit.Benchmarks;

/// <summary>A gclass with nothing of its own.</summary>
[GClass]
internal sealed partial class Bare : GObj
{
    private enum State : byte
    {
        /// <summary>The only state.</summary>
        Idle,
    }
}

/// <summary>Gets connections and does nothing with them. Its user subscribes it to events.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>, Input<EvInputEnded>]
internal sealed partial class Subscribing : GObj
{
    private enum State : byte
    {
        [Ignore<EvConnected>, Ignore<EvDisconnected>, Ignore<EvRxData>, Ignore<EvInputEnded>]
        Idle,
    }
}

/// <summary>Subscribes another gobj to the lasting events of connections, if so chosen, and unsubscribes from EvConnected.</summary>
[GClass]
[Input<EvConnected>]
internal sealed partial class Reception : GObj
{
    private enum State : byte
    {
        [On<EvConnected>(nameof(AcSubscribe))]
        Open,
    }

    public int Subscriptions { get; set; }

    public Subscribing? Subscribed { get; set; }

    private void AcSubscribe(in EvConnected e)
    {
        var gsock = e.Gsock;
        if (Subscriptions > 0)
        {
            gsock.Subscribe<EvRxData>(Subscribed!);
            gsock.Subscribe<EvDisconnected>(Subscribed!);
            gsock.Subscribe<EvInputEnded>(Subscribed!);
        }

        gsock.Unsubscribe<EvConnected>(this);
    }
}
