namespace FsmKit.Http;

/// <content>Requests, from the steps of the protocol.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Translates one step of the protocol into an event of this channel.</summary>
    /// <returns>False when no further step can be read now.</returns>
    private bool TellStep(HttpExchange exchange, in HttpEvent read, ReadOnlySpan<byte> rest, ref int used)
    {
        switch (read.Kind)
        {
            case HttpEventKind.Request:
                Requests++;
                if (!Answering.Begin(exchange, out var refusal))
                {
                    return true;
                }

                if (refusal.Exists)
                {
                    this.Send(new EvBadRequest(refusal));
                }
                else if (read.IsLast)
                {
                    this.Send(new EvRequestRead());
                }
                else
                {
                    this.Send(new EvHead());
                }

                return true;
            case HttpEventKind.Data:
                exchange.BodyBytes += read.Data.Length;
                this.Send(new EvBody(read.Data));
                return true;
            case HttpEventKind.End:
                exchange.KeepTrailers(read.Data);
                this.Send(new EvRequestRead());
                return true;
            case HttpEventKind.NeedMore:
                if (IsIn(State.ReadingBody))
                {
                    exchange.Protocol.WriteContinue(Output);
                }
                else if (!rest.IsEmpty && IsIn(State.Idle))
                {
                    this.Send(new EvPartialHead());
                }

                return false;
            case HttpEventKind.Fault:
                this.Send(new EvBadRequest(read.Fault));
                return false;
            case HttpEventKind.Switched when !rest.IsEmpty:
                used += rest.Length;
                this.Send(new EvBody(rest));
                return true;
            case HttpEventKind.Closed:
            case HttpEventKind.Switched when _inputEnded:
                this.Send(new EvNoMore());
                return false;
            default:
                return false;
        }
    }
}
