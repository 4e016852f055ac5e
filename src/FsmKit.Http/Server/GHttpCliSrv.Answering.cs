using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Actions and guards of the rows about requests and their answers, which <see cref="Http.Answering"/> carries out.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>
    /// Longest unwanted body in bytes that is read to keep the connection. For a longer one, closing the connection costs both sides less.
    /// </summary>
    internal const int MostSkipped = 256 * 1024;

    /// <summary>Whether the application has a request whose response is not complete.</summary>
    public bool IsAwaitingResponse => IsIn(State.Answering);

    /// <summary>The requests of the channel and their answers.</summary>
    internal Answering Answering { get; private set; } = null!;

    /// <summary>Whether no byte of the final response is sent.</summary>
    internal bool IsWaitingForResponse => IsIn(State.WaitResponse);

    private bool IsStreamed() => Answering.IsStreamed;

    private void AcTellEarly()
    {
        AcMarkTime();
        TellIfInputEnded();
        Answering.TellEarly();
    }

    private void AcTell()
    {
        AcMarkTime();
        TellIfInputEnded();
        Answering.TellApplication();
    }

    private void AcCollect(in EvBody e) => Answering.Collect(e.Data);

    private void AcStreamBody(in EvBody e)
    {
        AcMarkTime();
        Answering.Exchange.Input!.Put(e.Data);
    }

    private void AcEndBody()
    {
        AcMarkTime();
        if (IsIn(State.Answering))
        {
            TellIfInputEnded();
        }

        Answering.Exchange.Input?.End();
    }

    private void AcContinue(in EvWantBody e) => Answering.Continue(in e);

    private bool IsForThis(in EvHttpResponse e) => e.Response == Answering.Exchange.Response;

    private void AcRespond(in EvHttpResponse e) => Answering.Respond(in e);

    private void AcStartResponse(in EvResponseStart e) => Answering.Start(in e);

    private void AcSendData(in EvResponseData e) => Answering.SendData(e.Data);

    private void AcEndResponse() => Answering.End(Output.Count);

    private void AcHint(in EvEarlyHints e) => Answering.Hint(in e);

    private void AcAnswerFailure(in EvFailed e) => Answering.AnswerFailure(in e);

    private void AcHandlerDone(in EvHandlerDone e) => Answering.HandlerDone(in e);

    private bool IsUpgradable(in EvUpgrade e) => Answering.IsUpgradable(in e);

    private void AcUpgrade(in EvUpgrade e) => Answering.Upgrade(in e);

    private bool IsForThis(in EvAbort e) => e.Request == Requests;

    /// <summary>Closes after the response in progress.</summary>
    private void AcCloseAfter() => Answering.Exchange.Protocol.CloseAfterResponse();

    private bool IsReusable() => Answering.Exchange.Protocol.CanStartNext;

    private void AcNextRequest()
    {
        AcMarkTime();
        if (!Answering.Next())
        {
            this.Send(new EvFaulted());
        }
        else
        {
            ReadNext();
        }
    }

    private bool IsBodyToSkip() => Answering.Exchange.Protocol is { KeepAlive: true, ClientSide: HttpSide.SendBody, IsWaitingForContinue: false };

    private void AcSkipBody()
    {
        if (Answering.Skip())
        {
            ReadOnLater();
        }
        else
        {
            this.Send(new EvFaulted());
        }
    }

    private bool IsTooMuchToSkip() => Answering.Exchange.BodyBytes > MostSkipped;
}
