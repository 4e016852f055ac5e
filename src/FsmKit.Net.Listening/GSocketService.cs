namespace FsmKit.Net.Listening;

/// <summary>State machine of a <see cref="SocketService"/>, in the loop whose thread runs the handlers.</summary>
/// <remarks>
/// The events carry the service. The machine holds a reference to an active service only, so that a stopped service without other references can
/// be collected. A start or stop inside a handler takes effect as an event after the handler.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvServiceStarted>, Input<EvServiceStopped>, Input<EvServiceClosed>]
[Input<EvIncoming>, Input<EvEmitted>, Input<EvAcceptFailed>, Input<EvRelieved>]
[On<EvServiceClosed>(nameof(AcClose), Next = State.Closed)]
internal sealed partial class GSocketService : GObj
{
    private const int BackOffMilliseconds = 100;

    private SocketService? _held;
    private bool _hasFailed;

    private enum State : byte
    {
        /// <summary>
        /// The service is stopped. Clients wait in the backlog. A connection that was being accepted at the stop is still delivered.
        /// </summary>
        [Enter(nameof(AcLetGo))]
        [On<EvServiceStarted>(nameof(AcAccept), Next = Accepting, When = nameof(HasRoom))]
        [On<EvServiceStarted>(nameof(AcHold), Next = Busy)]
        [On<EvIncoming>(nameof(AcEmit), When = nameof(HasRoom))]
        [On<EvEmitted>(nameof(AcLookForMore))]
        [On<EvRelieved>(nameof(AcLookForMore))]
        [Ignore<EvIncoming>, Ignore<EvAcceptFailed>]
        [Refuse]
        Inactive,

        /// <summary>The service is started.</summary>
        [On<EvServiceStopped>(nameof(AcLookForMore), Next = Inactive)]
        [Ignore<EvIncoming>, Ignore<EvAcceptFailed>, Ignore<EvRelieved>]
        [Refuse]
        Active,

        /// <summary>An accept is pending, or the handlers run with its connection.</summary>
        [Inside(Active)]
        [On<EvIncoming>(nameof(AcEmit))]
        [On<EvEmitted>(nameof(AcAccept), When = nameof(HasRoom))]
        [On<EvEmitted>(nameof(AcPause), Next = Busy)]
        [On<EvAcceptFailed>(nameof(AcTellFailure), Next = BackingOff)]
        Accepting,

        /// <summary>No thread is free for a connection. Clients wait in the backlog.</summary>
        [Inside(Active)]
        [On<EvRelieved>(nameof(AcAccept), Next = Accepting, When = nameof(HasRoom))]
        [On<EvServiceStopped>(Next = Inactive)]
        Busy,

        /// <summary>Accepting failed. The next attempt follows after 100 ms.</summary>
        [Inside(Active)]
        [After(BackOffMilliseconds, nameof(AcAcceptAgain), Next = Accepting)]
        BackingOff,

        /// <summary>The sockets are closed, and the gobj is destroyed.</summary>
        [Refuse]
        Closed,
    }
}
