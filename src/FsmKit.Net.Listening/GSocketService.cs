namespace FsmKit.Net.Listening;

/// <summary>The behaviour of a <see cref="SocketService"/>: it lives in the loop on whose thread the handlers run.</summary>
/// <remarks>
/// The events carry the service, and only a service that is active is held here: one that is stopped and forgotten can go. What a
/// handler does to the service arrives as an event after it.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvServiceStarted>, Input<EvServiceStopped>, Input<EvServiceClosed>]
[Input<EvIncoming>, Input<EvEmitted>, Input<EvAcceptFailed>, Input<EvRelieved>]
[On<EvServiceClosed>(nameof(AcClose), Next = State.Closed)]
internal sealed partial class GSocketService : GObj
{
    private const int BackOffMilliseconds = 100;

    private WeakReference<SocketService>? _known;
    private SocketService? _held;
    private bool _hasFailed;

    private enum State : byte
    {
        /// <summary>Stopped: clients wait in the backlog. A connection that was accepted at that moment is still delivered.</summary>
        [Enter(nameof(AcLetGo))]
        [On<EvServiceStarted>(nameof(AcAccept), Next = Accepting, When = nameof(HasRoom))]
        [On<EvServiceStarted>(nameof(AcHold), Next = Busy)]
        [On<EvIncoming>(nameof(AcEmit), When = nameof(HasRoom))]
        [On<EvEmitted>(nameof(AcLookForMore))]
        [On<EvRelieved>(nameof(AcLookForMore))]
        [Ignore<EvIncoming>, Ignore<EvServiceStopped>, Ignore<EvAcceptFailed>]
        Inactive,

        /// <summary>Started.</summary>
        [On<EvServiceStopped>(nameof(AcLookForMore), Next = Inactive)]
        [Ignore<EvServiceStarted>, Ignore<EvIncoming>, Ignore<EvEmitted>, Ignore<EvAcceptFailed>, Ignore<EvRelieved>]
        Active,

        /// <summary>An accept is outstanding, or its connection is with the handlers.</summary>
        [Inside(Active)]
        [On<EvIncoming>(nameof(AcEmit))]
        [On<EvEmitted>(nameof(AcAccept), When = nameof(HasRoom))]
        [On<EvEmitted>(nameof(AcPause), Next = Busy)]
        [On<EvAcceptFailed>(nameof(AcTellFailure), Next = BackingOff)]
        Accepting,

        /// <summary>Nobody is free to deal with a connection: clients wait in the backlog.</summary>
        [Inside(Active)]
        [On<EvRelieved>(nameof(AcAccept), Next = Accepting)]
        [On<EvServiceStopped>(Next = Inactive)]
        Busy,

        /// <summary>Accepting failed: it is tried again a little later.</summary>
        [Inside(Active)]
        [After(BackOffMilliseconds, nameof(AcAcceptAgain), Next = Accepting)]
        BackingOff,

        /// <summary>The sockets are closed; the gobj is destroyed.</summary>
        [Ignore<EvServiceClosed>]
        [Refuse]
        Closed,
    }

    /// <summary>Says whose behaviour this is.</summary>
    public void BelongTo(SocketService service) => _known = new WeakReference<SocketService>(service);

    /// <summary>A loop that ends takes its services with it.</summary>
    protected override void GoOut()
    {
        if (_known is not null && _known.TryGetTarget(out var service))
        {
            service.Close();
        }
    }
}
