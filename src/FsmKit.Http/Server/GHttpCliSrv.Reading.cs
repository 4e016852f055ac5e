using System.Buffers;
using FsmKit.Net;

namespace FsmKit.Http;

/// <content>From bytes to requests.</content>
public sealed partial class GHttpCliSrv
{
    private HttpSettings _settings = null!;
    private HttpExchange? _exchange;
    private PooledBytes _input;
    private long _since;
    private bool _isPumping;
    private bool _inputEnded;
    private bool _isPaused;
    private bool _isSpilling;

    /// <summary>
    /// Whether the next bytes can be understood now. Not while a request is being answered, and not while a client that asks and asks does
    /// not take what it is answered.
    /// </summary>
    private bool TakesInput => CurrentState switch
    {
        State.Idle => !Gsock.IsCongested,
        State.ReadingHead or State.ReadingBody or State.Skipping => !_isSpilling,
        State.WaitResponse or State.Responding or State.Switched => StreamsInput,
        _ => false,
    };

    private void AcReceive(in EvRxData e)
    {
        if (_input.Count == 0)
        {
            var used = Pump(e.Data);
            _input.Add(e.Data[used..]);
        }
        else
        {
            _input.Add(e.Data);
            _input.Skip(Pump(_input.Span));
        }

        Rest();
    }

    private void AcGoOn()
    {
        _input.Skip(Pump(_input.Span));
        Rest();
    }

    private void AcEndInput()
    {
        _inputEnded = true;
        AcGoOn();
    }

    private void AcGoOn(in EvSpilled e)
    {
        _isSpilling = false;
        if (e.Exception is { } x)
        {
            HttpLog.NotSpilled(Gaplic.Logger, this, x);
            this.Send(new EvBadRequest(new HttpFault(500, "The server cannot keep the body.")));
        }

        AcGoOn();
    }

    /// <summary>Reads what can be read, has it answered, and sends all the answers together.</summary>
    /// <returns>How many bytes are done with.</returns>
    private int Pump(ReadOnlySpan<byte> data)
    {
        var used = 0;
        _isPumping = true;
        try
        {
            while (TakesInput && (used < data.Length || _inputEnded || CurrentState != State.Idle))
            {
                var exchange = _exchange ??= _settings.Rent(this);
                var read = exchange.Protocol.Read(data[used..], _inputEnded);
                used += read.Consumed;
                if (!Tell(exchange, in read, data[used..], ref used))
                {
                    break;
                }
            }
        }
        catch (Exception x)
        {
            // The application's exceptions are answered where it is called; whatever else there is costs this connection, and no other one.
            Gaplic.ReportFault(this, x);
            this.Send(new EvDrop());
        }

        _isPumping = false;
        if (IsDestroyed)
        {
            Output.BackTo(0);
        }

        SendOut(0);
        return Math.Min(used, data.Length);
    }

    /// <summary>Makes an event of the machine of it.</summary>
    /// <returns>False when nothing further can be read now.</returns>
    private bool Tell(HttpExchange exchange, in HttpEvent read, ReadOnlySpan<byte> rest, ref int used)
    {
        switch (read.Kind)
        {
            case HttpEventKind.Request:
                Begin(exchange);
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
                if (CurrentState == State.ReadingBody)
                {
                    exchange.Protocol.WriteContinue(_settings.Output);
                }
                else if (!rest.IsEmpty && CurrentState == State.Idle)
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

    private void Begin(HttpExchange exchange)
    {
        Requests++;
        exchange.Open();
        exchange.BodyPace.Begin(Gaplic.Clock.Recent);
        if (Requests == _settings.MaxRequestsPerConnection || _settings.IsStopping)
        {
            exchange.Protocol.CloseAfterResponse();
        }

        var refusal = RefusalOf(exchange);
        if (refusal.Exists)
        {
            this.Send(new EvBadRequest(refusal));
        }
        else if (exchange.Request.HasBody)
        {
            this.Send(new EvHead());
        }
        else
        {
            // Its end needs no more input.
            exchange.Protocol.Read(default);
            this.Send(new EvRequestRead());
        }
    }

    private int Inspect(HttpExchange exchange, Func<HttpRequest, int> inspect)
    {
        try
        {
            var status = inspect(exchange.Request);
            exchange.Protocol.MaxBodyBytes = exchange.Request.MaxBodyBytes ?? exchange.Protocol.MaxBodyBytes;
            return status;
        }
        catch (Exception x)
        {
            HttpLog.HandlerFailed(Gaplic.Logger, this, exchange.Request, x);
            return 500;
        }
    }

    private void AcMarkTime() => _since = Gaplic.Clock.Recent;

    private void AcCollect(in EvBody e)
    {
        var body = _exchange!.Body;
        if (body.Fits(e.Data.Length, _settings.InbufOverflow))
        {
            body.Add(e.Data);
            return;
        }

        // The input waits until the file has taken this: a slow disk slows the client down, and not the loop.
        var copy = ArrayPool<byte>.Shared.Rent(e.Data.Length);
        e.Data.CopyTo(copy);
        _isSpilling = true;
        body.BeginSpill();
        _ = Spill(body, copy, e.Data.Length);
    }

    private async Task Spill(BodyStore body, byte[] data, int count)
    {
        Exception? failure = null;
        try
        {
            await Task.Run(() => body.SpillAsync(data, count)).ConfigureAwait(false);
        }
        catch (Exception x)
        {
            failure = x;
        }

        body.EndSpill();

        ArrayPool<byte>.Shared.Return(data);
        PostToSelf(this, new EvSpilled(failure));
    }

    /// <summary>After reading: what is left waits in the connection, and a channel with nothing to do holds nothing.</summary>
    private void Rest()
    {
        if (IsDestroyed || CurrentState >= State.Closing)
        {
            _input.Clear();
            return;
        }

        var mustPause = !TakesInput && (_input.Count > 0 || _isSpilling || CurrentState is State.Idle);
        if (mustPause && CurrentState == State.Idle)
        {
            // It goes on when the client has taken its answers: each time that it has to wait for that.
            WatchOutput();
        }

        if (mustPause != _isPaused)
        {
            _isPaused = mustPause;
            if (mustPause)
            {
                Send(Gsock, new EvPauseReceiving());
            }
            else
            {
                Send(Gsock, new EvResumeReceiving());
            }
        }

        if (CurrentState == State.Idle && _exchange is { } exchange && _input.Count == 0)
        {
            _exchange = null;
            _settings.Return(exchange);
        }
    }
}
