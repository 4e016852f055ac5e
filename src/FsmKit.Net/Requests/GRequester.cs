namespace FsmKit.Net;

/// <summary>
/// Client that sends requests over one connection, which it restores when lost (<see cref="GConnex"/>), and matches each response to its
/// request, in order or by id. Each request has a timeout.
/// </summary>
/// <remarks>
/// A gclass sends <see cref="EvRequest"/>; other code calls <see cref="CallAsync"/>. The requester, not the connex, queues requests, so a request that has timed out is
/// never sent.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvRequest>, Input<EvCall>, Input<EvCallCanceled>, Input<EvExpired>]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvFrame>, Input<EvLowWater>, Input<EvTransmitReady>]
[On<EvRequest>(nameof(AcAdd), When = nameof(HasRoom)), On<EvCall>(nameof(AcAddCall), When = nameof(HasRoom)), On<EvCall>(nameof(AcRefuseCall))]
[On<EvExpired>(nameof(AcExpire)), On<EvCallCanceled>(nameof(AcCancel))]
public sealed partial class GRequester : GObj
{
    private enum State : byte
    {
        /// <summary>No connection. Requests wait for one.</summary>
        [On<EvConnected>(Next = Ready)]
        [Ignore<EvDisconnected>, Ignore<EvTransmitReady>, Ignore<EvLowWater>]
        [Refuse<EvFrame>]
        Offline,

        /// <summary>The connection is open. Responses arrive.</summary>
        [On<EvFrame>(nameof(AcAnswer), When = nameof(IsExpected))]
        [On<EvFrame>(nameof(AcDropUnexpected))]
        [On<EvDisconnected>(nameof(AcLose), Next = Offline)]
        [Ignore<EvConnected>]
        Online,

        /// <summary>Requests are sent at once.</summary>
        [Inside(Online)]
        [Enter(nameof(AcSendWaiting))]
        [On<EvRequest>(nameof(AcAddAndSend), When = nameof(HasRoom))]
        [On<EvCall>(nameof(AcAddAndSendCall), When = nameof(HasRoom))]
        [Always(Next = Busy, When = nameof(IsBusy))]
        [Ignore<EvTransmitReady>, Ignore<EvLowWater>]
        Ready,

        /// <summary><see cref="MaxInFlight"/> requests are unanswered, or the connection takes no more bytes for now. Requests wait.</summary>
        [Inside(Online)]
        [On<EvTransmitReady>, On<EvLowWater>]
        [Always(Next = Ready, When = nameof(IsFree))]
        Busy,
    }

    /// <summary>
    /// The connection of the requester. The requester sets the <see cref="GConnex.Framing"/> of the connection. The application should not
    /// send through the connection.
    /// </summary>
    public GConnex Connex { get; private set; } = null!;

    /// <summary>Number of requests that wait to be sent.</summary>
    public int WaitingRequests => _waiting.Count;

    /// <summary>
    /// Number of requests that were sent and have no response. Without <see cref="Ids"/>, requests that timed out or were cancelled also
    /// count until their response comes or the connection ends.
    /// </summary>
    public int RequestsInFlight => _sent.Count;

    /// <summary>Number of responses that were received, since the creation.</summary>
    public long Responses { get; private set; }

    /// <summary>Number of responses to requests that had already failed, since the creation. They were dropped.</summary>
    public long LateResponses { get; private set; }

    /// <summary>Number of requests that timed out, since the creation.</summary>
    public long TimedOutRequests { get; private set; }

    /// <inheritdoc/>
    protected override IEnumerable<StatisticValue> Statistics =>
    [
        new(nameof(WaitingRequests), WaitingRequests),
        new(nameof(RequestsInFlight), RequestsInFlight),
        new(nameof(Responses), Responses),
        new(nameof(LateResponses), LateResponses),
        new(nameof(TimedOutRequests), TimedOutRequests),
    ];

    /// <summary>Another thread has called.</summary>
    private readonly record struct EvCall(Call Call);

    /// <summary>The token of a call was cancelled.</summary>
    private readonly record struct EvCallCanceled(Call Call);

    /// <summary>The time of a request is over.</summary>
    private readonly record struct EvExpired(Request Request);
}
