using FsmKit.Net;

namespace FsmKit.Http;

/// <content>
/// From bytes to steps of the protocol. A pump owns the bytes that it reads until it is done: what is received, or asked for, while it is at
/// work waits in the field, and the pump goes on with that.
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
    /// Whether the next bytes can be understood now. Not while a request is being answered, and not while a client that asks and asks does
    /// not take what it is answered.
    /// </summary>
    private bool TakesInput =>
        IsIn(State.Idle) ? !Gsock.IsCongested
        : IsIn(State.Told) ? StreamsInput
        : IsIn(State.Open) && !IsSpilling;

    private bool IsSpilling => _exchange is { States.IsSpilling: true };

    /// <summary>Whether what is written now goes out with the other answers of the pump: only of the channel that reads at this moment.</summary>
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
            HttpLog.NotSpilled(Gaplic.Logger, this, x);
            this.Send(new EvBadRequest(new HttpFault(500, "The server cannot keep the body.")));
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
    }

    /// <summary>
    /// Reads what can be read of what waits and of what comes. A call that comes back while this runs adds to what waits; the outer call reads
    /// that too. An exception, of whatever is called here, ends the connection.
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

    /// <summary>Something has come, or can be read again, since the pump was called.</summary>
    private bool GoesOn => _readsOn && !IsDone;

    /// <summary>Nothing is read any more.</summary>
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
            // The pump's own from here on: nothing that is called can move or free it.
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

    /// <summary>Reads what can be read, has it answered, and sends all the answers together.</summary>
    /// <returns>How many bytes are done with.</returns>
    private int Pump(ReadOnlySpan<byte> data)
    {
        // Where a channel is made to read while another one is at it, the answers of that one go out first.
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

    /// <summary>Reads until nothing can be read, or the client has so much to take that it has to take it first.</summary>
    /// <returns>False when nothing further can be read, whatever the client takes.</returns>
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

    /// <summary>After reading: what is left waits in the connection, and a channel with nothing to do holds nothing.</summary>
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

    /// <summary>The next request may be in the input already: the pump sees to that where one is at work, else the next cycle.</summary>
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
