using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>
/// An HTTP channel: the server's side of one connection. It reads requests, one after the other, has each answered by the application,
/// and writes the responses in the order of the requests.
/// </summary>
/// <remarks>
/// After GinsFSM's GHttpCliSrv, whose two states were ST_IDLE and ST_WAIT_RESPONSE. Requests that a client sends before it has its answers wait in the
/// connection, which is not read meanwhile: no queue of requests is kept here.
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
[Ignore<EvBodyTaken>, Ignore<EvWantBody>, Ignore<EvEarlyHints>, Ignore<EvUpgrade>, Ignore<EvAbort>]
public sealed partial class GHttpCliSrv : GObj
{
    private enum State : byte
    {
        /// <summary>No request has begun.</summary>
        [On<EvRxData>(nameof(AcReceive))]
        [On<EvInputEnded>(nameof(AcEndInput))]
        [On<EvDequeueRequest>(nameof(AcGoOn))]
        [On<EvPartialHead>(nameof(AcMarkTime), Next = ReadingHead)]
        [On<EvRequestRead>(nameof(AcTell), Next = WaitResponse)]
        [On<EvHead>(nameof(AcTellEarly), Next = WaitResponse, When = nameof(IsStreamed))]
        [On<EvHead>(Next = ReadingBody)]
        [On<EvBadRequest>(nameof(AcAnswerFault), Next = Closing)]
        [On<EvNoMore>(nameof(AcClosePeerClosed), Next = Closing)]
        [On<EvTick>(nameof(AcCloseIdle), Next = Closing, When = nameof(IsIdleTooLong))]
        [On<EvTick>(nameof(AcAbortSlowReader), Next = Closing, When = nameof(IsReadTooSlowly))]
        [On<EvTick>(nameof(AcMeasure))]
        [On<EvTurnAway>(nameof(AcTurnAway), Next = Closing)]
        [On<EvServerStopping>(nameof(AcCloseStopped), Next = Closing)]
        [On<EvClose>(nameof(AcClose), Next = Closing)]
        [Refuse]
        Idle,

        /// <summary>A head has begun, and is not complete.</summary>
        [On<EvRxData>(nameof(AcReceive))]
        [On<EvInputEnded>(nameof(AcEndInput))]
        [On<EvRequestRead>(nameof(AcTell), Next = WaitResponse)]
        [On<EvHead>(nameof(AcTellEarly), Next = WaitResponse, When = nameof(IsStreamed))]
        [On<EvHead>(Next = ReadingBody)]
        [On<EvBadRequest>(nameof(AcAnswerFault), Next = Closing)]
        [On<EvNoMore>(nameof(AcCloseCutOff), Next = Closing)]
        [On<EvTick>(nameof(AcHeadTimedOut), Next = Closing, When = nameof(IsHeadOverdue))]
        [Ignore<EvTick>]
        [On<EvClose>(nameof(AcClose), Next = Closing)]
        [Ignore<EvPartialHead>, Ignore<EvServerStopping>, Ignore<EvDequeueRequest>]
        [Refuse]
        ReadingHead,

        /// <summary>The head is there and its body is being collected; the application has not heard of the request.</summary>
        [On<EvRxData>(nameof(AcReceive))]
        [On<EvInputEnded>(nameof(AcEndInput))]
        [On<EvBody>(nameof(AcCollect))]
        [On<EvSpilled>(nameof(AcGoOn))]
        [On<EvRequestRead>(nameof(AcTell), Next = WaitResponse)]
        [On<EvBadRequest>(nameof(AcAnswerFault), Next = Closing)]
        [On<EvTick>(nameof(AcBodyTooSlow), Next = Closing, When = nameof(IsBodyTooSlow))]
        [On<EvTick>(nameof(AcMeasure))]
        [On<EvClose>(nameof(AcClose), Next = Closing)]
        [On<EvServerStopping>(nameof(AcCloseAfter))]
        [Ignore<EvDequeueRequest>]
        [Refuse]
        ReadingBody,

        /// <summary>The application has the request and has not answered; of a streamed body more may come.</summary>
        [On<EvHttpResponse>(nameof(AcRespond), When = nameof(IsForThis))]
        [On<EvResponseStart>(nameof(AcStartResponse), Next = Responding)]
        [On<EvEarlyHints>(nameof(AcHint))]
        [On<EvUpgrade>(nameof(AcUpgrade), Next = Switched, When = nameof(IsUpgradable))]
        [On<EvAnswered>(nameof(AcNextRequest), Next = Idle, When = nameof(IsReusable))]
        [On<EvAnswered>(nameof(AcSkipBody), Next = Skipping, When = nameof(IsBodyToSkip))]
        [On<EvAnswered>(nameof(AcCloseAnswered), Next = Closing)]
        [On<EvFailed>(nameof(AcAnswerFailure))]
        [On<EvRxData>(nameof(AcReceive))]
        [On<EvInputEnded>(nameof(AcEndInput))]
        [On<EvBody>(nameof(AcStreamBody))]
        [On<EvBodyTaken>(nameof(AcGoOn))]
        [On<EvRequestRead>(nameof(AcEndBody))]
        [On<EvWantBody>(nameof(AcContinue))]
        [On<EvBadRequest>(nameof(AcAnswerFault), Next = Closing)]
        [On<EvTick>(nameof(AcResponseTimedOut), Next = Closing, When = nameof(IsResponseOverdue))]
        [On<EvTick>(nameof(AcBodyTooSlow), Next = Closing, When = nameof(IsBodyTooSlow))]
        [On<EvTick>(nameof(AcMeasure))]
        [On<EvClose>(nameof(AcCloseAfter)), On<EvServerStopping>(nameof(AcCloseAfter))]
        [On<EvAbort>(nameof(AcReset), Next = Closing, When = nameof(IsForThis))]
        [Ignore<EvDequeueRequest>, Ignore<EvNoMore>]
        [Refuse]
        WaitResponse,

        /// <summary>The head of the response is sent, and its body is not complete.</summary>
        [On<EvResponseData>(nameof(AcSendData), When = nameof(HasRoom))]
        [On<EvResponseData>(nameof(AcOverflow), Next = Closing)]
        [On<EvResponseFlush>(nameof(AcFlush))]
        [On<EvResponseEnd>(nameof(AcEndResponse))]
        [On<EvAnswered>(nameof(AcNextRequest), Next = Idle, When = nameof(IsReusable))]
        [On<EvAnswered>(nameof(AcSkipBody), Next = Skipping, When = nameof(IsBodyToSkip))]
        [On<EvAnswered>(nameof(AcCloseAnswered), Next = Closing)]
        [On<EvFailed>(nameof(AcCutOff), Next = Closing)]
        [On<EvRxData>(nameof(AcReceive))]
        [On<EvInputEnded>(nameof(AcEndInput))]
        [On<EvBody>(nameof(AcStreamBody))]
        [On<EvBodyTaken>(nameof(AcGoOn))]
        [On<EvRequestRead>(nameof(AcEndBody))]
        [On<EvWantBody>(nameof(AcContinue))]
        [On<EvBadRequest>(nameof(AcAnswerFault), Next = Closing)]
        [On<EvTick>(nameof(AcCutOffSlowBody), Next = Closing, When = nameof(IsBodyTooSlow))]
        [On<EvTick>(nameof(AcAbortSlowReader), Next = Closing, When = nameof(IsReadTooSlowly))]
        [On<EvTick>(nameof(AcMeasure))]
        [On<EvClose>(nameof(AcCloseAfter)), On<EvServerStopping>(nameof(AcCloseAfter))]
        [On<EvAbort>(nameof(AcReset), Next = Closing, When = nameof(IsForThis))]
        [Ignore<EvDequeueRequest>, Ignore<EvNoMore>]
        [Refuse]
        Responding,

        /// <summary>The response is finished, and of the request's body more is to come, which nobody wants.</summary>
        [On<EvRxData>(nameof(AcReceive))]
        [On<EvInputEnded>(nameof(AcEndInput))]
        [On<EvDequeueRequest>(nameof(AcGoOn))]
        [On<EvBody>(nameof(AcCloseSkipped), Next = Closing, When = nameof(IsTooMuchToSkip))]
        [Ignore<EvBody>]
        [On<EvRequestRead>(nameof(AcNextRequest), Next = Idle)]
        [On<EvBadRequest>(nameof(AcCloseSkipped), Next = Closing)]
        [On<EvNoMore>(nameof(AcCloseSkipped), Next = Closing)]
        [On<EvTick>(nameof(AcCloseSkipped), Next = Closing, When = nameof(IsBodyTooSlow))]
        [On<EvTick>(nameof(AcMeasure))]
        [On<EvClose>(nameof(AcClose), Next = Closing)]
        [On<EvServerStopping>(nameof(AcCloseStopped), Next = Closing)]
        [Refuse]
        Skipping,

        /// <summary>The connection speaks another protocol, whose bytes go through the pipes of the request and its response.</summary>
        [On<EvRxData>(nameof(AcReceive))]
        [On<EvInputEnded>(nameof(AcEndInput))]
        [On<EvBody>(nameof(AcStreamBody))]
        [On<EvBodyTaken>(nameof(AcGoOn))]
        [On<EvResponseData>(nameof(AcSendRaw), When = nameof(HasRoom))]
        [On<EvResponseData>(nameof(AcOverflow), Next = Closing)]
        [On<EvResponseFlush>(nameof(AcFlush))]
        [On<EvResponseEnd>(nameof(AcCloseUpgraded), Next = Closing)]
        [On<EvFailed>(nameof(AcCutOff), Next = Closing)]
        [On<EvAbort>(nameof(AcReset), Next = Closing, When = nameof(IsForThis))]
        [On<EvNoMore>(nameof(AcEndBody))]
        [On<EvClose>(nameof(AcCloseUpgraded), Next = Closing)]
        [On<EvTick>(nameof(AcAbortSlowReader), Next = Closing, When = nameof(IsReadTooSlowly))]
        [On<EvTick>(nameof(AcMeasure))]
        [On<EvDequeueRequest>(nameof(AcGoOn))]
        [Ignore<EvServerStopping>]
        [Refuse]
        Switched,

        /// <summary>Nothing more is read. What is written goes out, then the end of the stream; the gsock lingers until the client ends too.</summary>
        [On<EvTick>(nameof(AcAbortSlowReader), Next = Closing, When = nameof(IsReadTooSlowly))]
        [On<EvTick>(nameof(AcMeasure))]
        [Ignore<EvRxData>, Ignore<EvInputEnded>, Ignore<EvDequeueRequest>, Ignore<EvSpilled>, Ignore<EvServerStopping>]
        [Ignore<EvClose>]
        [Ignore<EvResponseData>, Ignore<EvResponseFlush>, Ignore<EvResponseEnd>, Ignore<EvFailed>]
        [Refuse]
        Closing,

        /// <summary>There is no connection any more.</summary>
        [Ignore<EvDisconnected>, Ignore<EvTransmitReady>, Ignore<EvOutputSent>, Ignore<EvDequeueRequest>, Ignore<EvSpilled>, Ignore<EvTick>, Ignore<EvDrop>]
        [Ignore<EvFaulted>]
        [Ignore<EvClose>, Ignore<EvServerStopping>, Ignore<EvFailed>]
        [Ignore<EvResponseData>, Ignore<EvResponseFlush>, Ignore<EvResponseEnd>]
        [Refuse]
        Gone,
    }

    /// <summary>Whether nothing can come to the channel any more.</summary>
    internal bool IsLeftOver => CurrentState == State.Gone || Gsock.IsDestroyed;

    /// <summary>Who opened it.</summary>
    public GHttpServer Server { get; internal set; } = null!;

    /// <summary>Its place in the list of its server.</summary>
    internal int Index { get; set; } = -1;

    /// <summary>There was no room for it: it is answered 503, and is none of those that take up room.</summary>
    internal bool IsTurnedAway { get; set; }

    /// <summary>How many requests have been read.</summary>
    public int Requests { get; private set; }

    /// <inheritdoc/>
    internal override IEnumerable<StatisticValue> Statistics => [new(nameof(Requests), Requests)];

    /// <summary>Whether the application has a request that it has not answered.</summary>
    public bool IsAwaitingResponse => CurrentState is State.WaitResponse or State.Responding;
}
