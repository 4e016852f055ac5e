using FsmKit.Net;

namespace FsmKit.Http;

/// <content>
/// Steps of the protocol, from the received bytes. A running pump owns the bytes that it reads. Bytes received meanwhile wait in the field,
/// and the pump continues with them.
/// </content>
public sealed partial class GHttpCliSrv
{
    private HttpServerContext _context = null!;
    private HttpExchange? _exchange;
    private PooledBytes _input;
    private long _since;
    private bool _isReading;
    private bool _readsOn;
    private bool _inputEnded;
    private bool _isPaused;

    /// <summary>
    /// Whether the next bytes can be read now. False while a request is being answered, and while a pipelining client does not take its answers.
    /// </summary>
    private bool TakesInput =>
        IsIn(State.Idle) ? !Gsock.IsCongested
        : IsIn(State.Told) ? StreamsInput
        : IsIn(State.Open) && !IsSpilling;

    private bool IsSpilling => _exchange is { States.IsSpilling: true };

    /// <summary>Whether output is sent together with the other answers of the pump. True only for the channel that reads at this moment.</summary>
    private bool IsPumping => _context.Pumping == this;

    private void AcReceive(in EvRxData e) => Read(e.Data);

    private void AcGoOn() => Read(default);

    private void AcEndInput()
    {
        _inputEnded = true;
        Read(default);
    }

    private void AcGoOn(in EvSpilled e)
    {
        _exchange!.Does(ExchangeSignal.Spilled);
        if (e.Exception is { } x)
        {
            RefuseUnkept(x);
        }

        Read(default);
    }

    private void RefuseUnkept(Exception x)
    {
        try
        {
            HttpLog.NotSpilled(Logger, this, x);
            this.Send(new EvBadRequest(new HttpFault(500, "The server cannot keep the body.")));
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
    }

    /// <summary>
    /// Reads the waiting bytes and the fresh ones. A nested call only adds its bytes to the waiting ones, which the outer call then reads.
    /// An exception of any callee ends the connection.
    /// </summary>
    private void Read(ReadOnlySpan<byte> fresh)
    {
        if (_isReading)
        {
            _input.Add(fresh);
            _readsOn = true;
            return;
        }

        _isReading = true;
        try
        {
            ReadOnce(fresh);
            while (GoesOn)
            {
                ReadOnce(default);
            }
        }
        catch (Exception x)
        {
            Fail(x);
        }
        finally
        {
            _isReading = false;
        }
    }

    /// <summary>Whether new bytes came, or reading became possible again, since the pump was called.</summary>
    private bool GoesOn => _readsOn && !IsDone;

    /// <summary>Whether reading has ended for good.</summary>
    private bool IsDone => IsDestroyed || IsIn(State.Over);

    private void ReadOnce(ReadOnlySpan<byte> fresh)
    {
        _readsOn = false;
        if (_input.Count == 0)
        {
            var used = Pump(fresh);
            _input.AddFirst(fresh[used..]);
        }
        else
        {
            // Owned by this pump from here on: no callee can move or free it.
            var waiting = _input;
            _input = default;
            waiting.Add(fresh);
            waiting.Skip(Pump(waiting.Span));
            waiting.Add(_input.Span);
            _input.Clear();
            _input = waiting;
        }

        if (!GoesOn)
        {
            Rest();
        }
    }

    /// <summary>Reads all readable requests, has them answered, and sends the answers together.</summary>
    /// <returns>The number of consumed bytes.</returns>
    private int Pump(ReadOnlySpan<byte> data)
    {
        // A pump inside the pump of another channel: the answers of that channel are sent first.
        var (outer, outerFrom) = (_context.Pumping, _context.PumpedFrom);
        outer?.SendPumped();
        var mark = Output.Count;
        (_context.Pumping, _context.PumpedFrom) = (this, mark);
        var used = 0;
        try
        {
            bool goesOn;
            do
            {
                goesOn = Step(data, ref used);
                if (!IsDestroyed)
                {
                    SendPumped();
                }
            }
            while (goesOn && used < data.Length && TakesInput);
        }
        finally
        {
            Output.BackTo(mark);
            (_context.Pumping, _context.PumpedFrom) = (outer, outerFrom);
        }

        return Math.Min(used, data.Length);
    }

    /// <summary>Reads until nothing more can be read, or until the client has to take output first.</summary>
    /// <returns>False when nothing more can be read, even if the client takes its output.</returns>
    private bool Step(ReadOnlySpan<byte> data, ref int used)
    {
        while (TakesInput && (used < data.Length || _inputEnded || !IsIn(State.Idle)))
        {
            var exchange = _exchange ??= _context.Rent(this);
            var read = exchange.Protocol.ReadStep(data[used..], _inputEnded, joinsEnd: true);
            used += read.Consumed;
            if (!Tell(exchange, in read, data[used..], ref used))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Ends a round of reading: pauses or resumes the gsock, and returns the exchange of an idle channel to the pool.</summary>
    private void Rest()
    {
        if (IsDone)
        {
            _input.Clear();
            return;
        }

        var mustPause = !TakesInput && (_input.Count > 0 || IsSpilling || IsIn(State.Idle));
        if (mustPause && IsIn(State.Idle))
        {
            // Reading continues when the client has taken its answers.
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

        if (IsIn(State.Idle) && _exchange is { } exchange && _input.Count == 0)
        {
            _exchange = null;
            _context.Return(exchange);
        }
    }

    private bool IsReusable() => _exchange!.Protocol.CanStartNext;

    private void AcNextRequest()
    {
        _since = Gaplic.Clock.Recent;
        var exchange = _exchange!;
        _exchange = null;
        var isTold = Conclude(exchange, ExchangeSignal.End);
        exchange.Protocol.StartNext();
        exchange.Forget();
        GoOnWith(exchange);
        if (!isTold)
        {
            this.Send(new EvFaulted());
        }
        else if (_isReading || _input.Count > 0 || _inputEnded || _isPaused)
        {
            ReadOnLater();
        }
        else
        {
            Rest();
        }
    }

    /// <summary>Continues reading, as the next request may be in the input already: in the running pump, or else in the next cycle.</summary>
    private void ReadOnLater()
    {
        if (_isReading)
        {
            _readsOn |= !IsPumping;
        }
        else
        {
            PostAlways(new EvDequeueRequest());
        }
    }
}
