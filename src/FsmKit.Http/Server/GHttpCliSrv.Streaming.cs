namespace FsmKit.Http;

/// <content>Streamed request bodies.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Requests the body from the client. Callable from any thread.</summary>
    internal void WantBody(HttpExchange exchange) => PostAlways(new EvWantBody(exchange));

    /// <summary>Notes that the reader of the body has caught up.</summary>
    internal void TellBodyTaken(StreamedBody body)
    {
        if (_exchange?.Input == body)
        {
            this.Send(new EvBodyTaken());
        }
    }

    private bool StreamsInput => IsIn(State.Switched) ? !_exchange!.Input!.IsHeldBack
        : _exchange is { Protocol.ClientSide: HttpSide.SendBody, Input: null or { IsHeldBack: false } };

    /// <summary>Guard: the request is published before its body. False for a body announced as too long, which is refused.</summary>
    private bool IsStreamed() => (_exchange!.Request.StreamsBody ?? _context.StreamBodies)
        && !(_exchange.Request.ContentLength > _exchange.Protocol.MaxBodyBytes);

    /// <summary>Hands the request to the application before its body.</summary>
    private void AcTellEarly()
    {
        var exchange = _exchange!;
        if (exchange.Request.HasBody)
        {
            exchange.OpenInput();
        }

        Tell(exchange);
    }

    private void AcContinue(in EvWantBody e)
    {
        var mark = Output.Count;
        if (e.Exchange == _exchange && _exchange.Protocol.WriteContinue(Output))
        {
            _exchange.BodyPace.Begin(Gaplic.Clock.Recent);
            Emit(mark, isFlush: true);
        }
    }

    private void AcStreamBody(in EvBody e)
    {
        _since = Gaplic.Clock.Recent;
        _exchange!.Input!.Put(e.Data);
    }

    /// <summary>Ends the body with an exception for its reader, with the reason of the fault.</summary>
    private void BreakOffBody(HttpFault fault) =>
        _exchange?.Input?.End(new HttpBodyException(fault.IsCutOff ? 0 : fault.Status, fault.Reason));

    private void AcEndBody()
    {
        _since = Gaplic.Clock.Recent;
        _exchange!.Input?.End();
    }
}
