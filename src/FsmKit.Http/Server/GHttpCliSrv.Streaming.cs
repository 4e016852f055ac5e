namespace FsmKit.Http;

/// <content>Bodies that are read while they come.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Asks for the body; callable from any thread.</summary>
    internal void WantBody(HttpExchange exchange) => PostAlways(new EvWantBody(exchange));

    /// <summary>The reader of the body has caught up.</summary>
    internal void TellBodyTaken(StreamedBody body)
    {
        if (_exchange?.Input == body)
        {
            this.Send(new EvBodyTaken());
        }
    }

    private bool StreamsInput => IsIn(State.Switched) ? !_exchange!.Input!.IsHeldBack
        : _exchange is { Protocol.ClientSide: HttpSide.SendBody, Input: null or { IsHeldBack: false } };

    /// <summary>A body that is announced too long is not read, and its request not told of.</summary>
    private bool IsStreamed() => (_exchange!.Request.StreamsBody ?? _context.StreamBodies)
        && !(_exchange.Request.ContentLength > _exchange.Protocol.MaxBodyBytes);

    /// <summary>The application hears of the request before its body.</summary>
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

    /// <summary>Ends the body with an exception that tells its reader why no more of it comes.</summary>
    private void BreakOffBody(HttpFault fault) =>
        _exchange?.Input?.End(new HttpBodyException(fault.IsCutOff ? 0 : fault.Status, fault.Reason));

    private void AcEndBody()
    {
        _since = Gaplic.Clock.Recent;
        _exchange!.Input?.End();
    }
}
