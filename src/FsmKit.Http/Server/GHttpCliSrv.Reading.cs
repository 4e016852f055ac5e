using System.Buffers;

namespace FsmKit.Http;

/// <content>Requests, from the steps of the protocol.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Translates one step of the protocol into an event of this channel.</summary>
    /// <returns>False when no further step can be read now.</returns>
    private bool Tell(HttpExchange exchange, in HttpEvent read, ReadOnlySpan<byte> rest, ref int used)
    {
        switch (read.Kind)
        {
            case HttpEventKind.Request:
                Begin(exchange, read.IsLast);
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
                    exchange.Protocol.WriteContinue(_context.Output);
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

    private void Begin(HttpExchange exchange, bool isWhole)
    {
        Requests++;
        exchange.Open();
        exchange.BodyPace.Begin(Gaplic.Clock.Recent);
        if (Requests == _context.MaxRequestsPerConnection || _context.IsStopping)
        {
            exchange.Protocol.CloseAfterResponse();
        }

        var refusal = RefusalOf(exchange);
        if (_exchange != exchange)
        {
            // InspectHead, or a listener of traces and metrics, has closed the connection.
            return;
        }

        if (refusal.Exists)
        {
            this.Send(new EvBadRequest(refusal));
        }
        else if (isWhole)
        {
            this.Send(new EvRequestRead());
        }
        else
        {
            this.Send(new EvHead());
        }
    }

    private int Inspect(HttpExchange exchange, Func<HttpRequest, int> inspect)
    {
        exchange.Does(ExchangeSignal.Inspect);
        try
        {
            var status = inspect(exchange.Request);
            exchange.Protocol.MaxBodyBytes = exchange.Request.MaxBodyBytes ?? exchange.Protocol.MaxBodyBytes;
            return status;
        }
        catch (Exception x)
        {
            HttpLog.HandlerFailed(Logger, this, exchange.Request, x);
            return 500;
        }
        finally
        {
            Returned(exchange, ExchangeSignal.Return);
        }
    }

    private void AcMarkTime() => _since = Gaplic.Clock.Recent;

    private void AcCollect(in EvBody e)
    {
        var body = _exchange!.Body;
        if (body.Fits(e.Data.Length, _context.InbufOverflow))
        {
            body.Add(e.Data);
            return;
        }

        // Input waits until the file has taken this part: a slow disk slows the client down, not the loop.
        var copy = ArrayPool<byte>.Shared.Rent(e.Data.Length);
        e.Data.CopyTo(copy);
        _exchange.Does(ExchangeSignal.Spill);
        body.BeginSpill();
        new BodySpill(body, copy, e.Data.Length, this).Begin();
    }

    /// <summary>Notes that a part of the body was written to its file, or has failed. Callable from any thread.</summary>
    internal void NoteSpilled(Exception? failure) => PostAlways(new EvSpilled(failure));
}
