using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>
/// One HTTP connection of a <see cref="GHttpServer"/>. It reads one request after the other, hands each to the application, and writes the
/// responses in the order of the requests.
/// </summary>
/// <remarks>
/// After GinsFSM's GHttpCliSrv, which had the two states ST_IDLE and ST_WAIT_RESPONSE. Pipelined requests wait as unread bytes; there is no
/// queue of requests.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvRxData>, Input<EvInputEnded>, Input<EvTransmitReady>, Input<EvDisconnected>]
[Input<EvHttpResponse>, Input<EvClose>, Input<EvDrop>]
[Input<EvHead>, Input<EvPartialHead>, Input<EvBody>, Input<EvSpilled>, Input<EvRequestRead>, Input<EvBadRequest>, Input<EvNoMore>]
[Input<EvDequeueRequest>, Input<EvResponseStart>, Input<EvResponseData>, Input<EvResponseFlush>, Input<EvResponseEnd>, Input<EvAnswered>]
[Input<EvFailed>, Input<EvFaulted>, Input<EvTick>, Input<EvTurnAway>, Input<EvServerStopping>]
[Input<EvOutputSent>, Input<EvBodyTaken>, Input<EvWantBody>, Input<EvHandlerDone>, Input<EvUpgrade>, Input<EvEarlyHints>, Input<EvAbort>]
[Output<EvHttpChannelOpened>(Optional = true), Output<EvHttpRequest>(Optional = true), Output<EvHttpChannelClosed>(Optional = true)]
[On<EvDisconnected>(nameof(AcGone), Next = "Gone")]
[On<EvTransmitReady>(nameof(AcTransmitReady)), On<EvOutputSent>(nameof(AcOutputSent))]
[On<EvDrop>(nameof(AcDrop), Next = "Closing")]
[On<EvFaulted>(nameof(AcFault), Next = "Closing")]
[On<EvHandlerDone>(nameof(AcHandlerDone))]
[On<EvTick>(nameof(AcMeasure))]
[Ignore<EvBodyTaken>, Ignore<EvWantBody>, Ignore<EvEarlyHints>, Ignore<EvUpgrade>, Ignore<EvAbort>]
public sealed partial class GHttpCliSrv : GObj
{
    private enum State : byte
    {
        /// <summary>The input of the client is read.</summary>
        [On<EvRxData>(nameof(AcReceive))]
        [On<EvInputEnded>(nameof(AcEndInput))]
        [On<EvDequeueRequest>(nameof(AcGoOn))]
        [On<EvClose>(nameof(AcClose), Next = Closing)]
        [On<EvServerStopping>(nameof(AcCloseStopped), Next = Closing)]
        [Refuse]
        Open,

        /// <summary>The application does not have the request yet.</summary>
        [Inside(Open)]
        [On<EvHead>(nameof(AcTellEarly), Next = WaitResponse, When = nameof(IsStreamed))]
        [On<EvHead>(Next = ReadingBody)]
        [On<EvRequestRead>(nameof(AcTell), Next = WaitResponse)]
        [On<EvBadRequest>(nameof(AcAnswerFault), Next = Closing)]
        [On<EvTick>(nameof(AcAbortSlowReader), Next = Closing, When = nameof(IsReadTooSlowly))]
        Reading,

        /// <summary>No request has begun.</summary>
        [Inside(Reading)]
        [On<EvPartialHead>(nameof(AcMarkTime), Next = ReadingHead)]
        [On<EvNoMore>(nameof(AcClosePeerClosed), Next = Closing)]
        [On<EvTick>(nameof(AcCloseIdle), Next = Closing, When = nameof(IsIdleTooLong))]
        [On<EvTurnAway>(nameof(AcTurnAway), Next = Closing)]
        [On<EvServerStopping>(nameof(AcCloseIdleStopped), Next = Closing)]
        Idle,

        /// <summary>A head has begun and is not complete.</summary>
        [Inside(Reading)]
        [On<EvNoMore>(nameof(AcCloseCutOff), Next = Closing)]
        [On<EvTick>(nameof(AcHeadTimedOut), Next = Closing, When = nameof(IsHeadOverdue))]
        [Ignore<EvServerStopping>, Ignore<EvDequeueRequest>]
        ReadingHead,

        /// <summary>The head is complete and the body is being collected.</summary>
        [Inside(Reading)]
        [On<EvBody>(nameof(AcCollect))]
        [On<EvSpilled>(nameof(AcGoOn))]
        [On<EvTick>(nameof(AcBodyTooSlow), Next = Closing, When = nameof(IsBodyTooSlow))]
        [On<EvServerStopping>(nameof(AcCloseAfter))]
        [Ignore<EvDequeueRequest>]
        [Refuse<EvHead>]
        ReadingBody,

        /// <summary>The application has the request.</summary>
        [Inside(Open)]
        [On<EvBody>(nameof(AcStreamBody))]
        [On<EvBodyTaken>(nameof(AcGoOn))]
        [On<EvFailed>(nameof(AcCutOff), Next = Closing)]
        [On<EvAbort>(nameof(AcReset), Next = Closing, When = nameof(IsForThis))]
        Told,

        /// <summary>The response is not complete. More of a streamed request body may arrive.</summary>
        [Inside(Told)]
        [On<EvAnswered>(nameof(AcNextRequest), Next = Idle, When = nameof(IsReusable))]
        [On<EvAnswered>(nameof(AcSkipBody), Next = Skipping, When = nameof(IsBodyToSkip))]
        [On<EvAnswered>(nameof(AcCloseAnswered), Next = Closing)]
        [On<EvRequestRead>(nameof(AcEndBody))]
        [On<EvWantBody>(nameof(AcContinue))]
        [On<EvInputEnded>(nameof(AcEndInputOfAsker))]
        [On<EvBadRequest>(nameof(AcLeaveFault), When = nameof(IsForApplication))]
        [On<EvBadRequest>(nameof(AcAnswerFault), Next = Closing)]
        [On<EvClose>(nameof(AcCloseAfter)), On<EvServerStopping>(nameof(AcCloseAfter))]
        [Ignore<EvDequeueRequest>]
        Answering,

        /// <summary>No byte of the final response is sent.</summary>
        [Inside(Answering)]
        [On<EvHttpResponse>(nameof(AcRespond), When = nameof(IsForThis))]
        [On<EvResponseStart>(nameof(AcStartResponse), Next = Responding)]
        [On<EvEarlyHints>(nameof(AcHint))]
        [On<EvUpgrade>(nameof(AcUpgrade), Next = Switched, When = nameof(IsUpgradable))]
        [On<EvFailed>(nameof(AcAnswerFailure))]
        [On<EvTick>(nameof(AcResponseTimedOut), Next = Closing, When = nameof(IsResponseOverdue))]
        [On<EvTick>(nameof(AcBodyTooSlow), Next = Closing, When = nameof(IsBodyTooSlow))]
        WaitResponse,

        /// <summary>The head of the response is sent and its body is not complete.</summary>
        [Inside(Answering)]
        [On<EvResponseData>(nameof(AcSendData), When = nameof(HasRoom))]
        [On<EvResponseData>(nameof(AcOverflow), Next = Closing)]
        [On<EvResponseFlush>(nameof(AcFlush))]
        [On<EvResponseEnd>(nameof(AcEndResponse))]
        [On<EvTick>(nameof(AcCutOffSlowBody), Next = Closing, When = nameof(IsBodyTooSlow))]
        [On<EvTick>(nameof(AcAbortSlowReader), Next = Closing, When = nameof(IsReadTooSlowly))]
        Responding,

        /// <summary>The connection uses another protocol. Its bytes pass through the pipes of the request and its response.</summary>
        [Inside(Told)]
        [On<EvResponseData>(nameof(AcSendRaw), When = nameof(HasRoom))]
        [On<EvResponseData>(nameof(AcOverflow), Next = Closing)]
        [On<EvResponseFlush>(nameof(AcFlush))]
        [On<EvResponseEnd>(nameof(AcCloseUpgraded), Next = Closing)]
        [On<EvNoMore>(nameof(AcEndBody))]
        [On<EvClose>(nameof(AcCloseUpgraded), Next = Closing)]
        [On<EvTick>(nameof(AcAbortSlowReader), Next = Closing, When = nameof(IsReadTooSlowly))]
        [Ignore<EvServerStopping>]
        Switched,

        /// <summary>The response is finished. The rest of the request's body is read and dropped.</summary>
        [Inside(Open)]
        [On<EvBody>(nameof(AcCloseSkipped), Next = Closing, When = nameof(IsTooMuchToSkip))]
        [Ignore<EvBody>]
        [On<EvRequestRead>(nameof(AcNextRequest), Next = Idle)]
        [On<EvBadRequest>(nameof(AcCloseSkipped), Next = Closing)]
        [On<EvTick>(nameof(AcCloseSkipped), Next = Closing, When = nameof(IsBodyTooSlow))]
        Skipping,

        /// <summary>Nothing more is read.</summary>
        [Ignore<EvDequeueRequest>, Ignore<EvSpilled>, Ignore<EvServerStopping>, Ignore<EvClose>]
        [Refuse]
        Over,

        /// <summary>The remaining output is sent, then the end of the stream. The gsock lingers until the client ends its stream too.</summary>
        [Inside(Over)]
        [On<EvTick>(nameof(AcAbortSlowReader), Next = Closing, When = nameof(IsReadTooSlowly))]
        [Ignore<EvRxData>, Ignore<EvInputEnded>]
        Closing,

        /// <summary>The connection has ended.</summary>
        [Inside(Over)]
        [Ignore<EvDisconnected>, Ignore<EvTransmitReady>, Ignore<EvOutputSent>, Ignore<EvTick>, Ignore<EvDrop>, Ignore<EvFaulted>]
        Gone,
    }

    /// <summary>Whether no further event can reach the channel.</summary>
    internal bool IsLeftOver => IsIn(State.Gone) || Gsock.IsDestroyed;

    /// <summary>The server that created this gobj for a connection.</summary>
    public GHttpServer Server { get; internal set; } = null!;

    /// <summary>An object of the application's choice, kept until the connection ends. Default null.</summary>
    public object? Tag { get; set; }

    /// <summary>The index in the list of the server; -1 outside the list.</summary>
    internal int Index { get; set; } = -1;

    /// <summary>
    /// Whether the channel is beyond <see cref="GHttpServer.MaxConnections"/>: it is answered 503 and does not count against that limit.
    /// </summary>
    internal bool IsTurnedAway { get; set; }

    /// <summary>Number of requests read on this connection.</summary>
    public int Requests { get; private set; }

    /// <inheritdoc/>
    protected override IEnumerable<StatisticValue> Statistics => [new(nameof(Requests), Requests)];
}
