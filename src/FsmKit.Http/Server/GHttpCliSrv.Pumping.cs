using FsmKit.Net;

namespace FsmKit.Http;

/// <content>
/// Steps of the protocol, from the received bytes. A running call of <see cref="Pump"/> owns the bytes that it reads. Bytes received
/// meanwhile wait in a field, and the reading continues with them.
/// </content>
public sealed partial class GHttpCliSrv
{
    private PooledBytes _input;
    private bool _isReading;
    private bool _readsOn;
    private bool _inputEnded;
    private bool _isPaused;

    /// <summary>
    /// Whether the next bytes can be read now. False while a request is being answered, and while a pipelining client does not take its answers.
    /// </summary>
    private bool TakesInput =>
        IsIn(State.Idle) ? !Gsock.IsCongested
        : IsIn(State.Switched) ? !Answering.Exchange.Input!.IsHeldBack
        : IsIn(State.Told) ? Answering.StreamsInput
        : IsIn(State.Open) && !IsSpilling;

    private bool IsSpilling => Answering.Current is { States.IsSpilling: true };

    /// <summary>Whether output is sent together with the other answers of the pump. True only for the channel that reads at this moment.</summary>
    private bool IsPumping => Context.Pumping == this;

    private void AcGoOn() => AcReceive(default);

    private void AcEndInput()
    {
        _inputEnded = true;
        AcReceive(default);
    }

    private void AcEndInputOfAsker()
    {
        _inputEnded = true;
        TellIfInputEnded();
        AcReceive(default);
    }

    /// <summary>Cancels a request that is complete and whose client has ended its stream, if the server has such requests cancelled.</summary>
    private void TellIfInputEnded()
    {
        if (_inputEnded && Context.AbortsAtInputEnd && Answering.Exchange.Protocol.ClientSide != HttpSide.SendBody)
        {
            Answering.Exchange.Request.TellInputEnded();
        }
    }

    private void AcGoOn(in EvSpilled e)
    {
        Answering.Exchange.Does(ExchangeSignal.Spilled);
        if (e.Exception is { } x)
        {
            RefuseUnkept(x);
        }

        AcReceive(default);
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
    private void AcReceive(in EvRxData e)
    {
        var fresh = e.Data;
        if (_isReading)
        {
            _input.Add(fresh);
            _readsOn = true;
            return;
        }

        _isReading = true;
        try
        {
            do
            {
                _readsOn = false;
                if (_input.Count == 0)
                {
                    var used = Pump(fresh);
                    _input.AddFirst(fresh[used..]);
                }
                else
                {
                    PumpWaiting(fresh);
                }

                fresh = default;
                if (!GoesOn)
                {
                    Rest();
                }
            }
            while (GoesOn);
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

    /// <summary>Reads the waiting bytes and then the fresh ones.</summary>
    private void PumpWaiting(ReadOnlySpan<byte> fresh)
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

    private void DropInput() => _input.Clear();

    /// <summary>Reads all readable requests, has them answered, and sends the answers together.</summary>
    /// <returns>The number of consumed bytes.</returns>
    private int Pump(ReadOnlySpan<byte> data)
    {
        // A pump inside the pump of another channel: the answers of that channel are sent first.
        var (outer, outerFrom) = (Context.Pumping, Context.PumpedFrom);
        outer?.SendPumped();
        var mark = Output.Count;
        (Context.Pumping, Context.PumpedFrom) = (this, mark);
        var used = 0;
        try
        {
            bool goesOn;
            do
            {
                goesOn = true;
                while (goesOn && TakesInput && (used < data.Length || _inputEnded || !IsIn(State.Idle)))
                {
                    var exchange = Answering.Take();
                    var read = exchange.Protocol.ReadStep(data[used..], _inputEnded, joinsEnd: true);
                    used += read.Consumed;
                    goesOn = TellStep(exchange, in read, data[used..], ref used);
                }

                if (!IsDestroyed)
                {
                    SendOut(mark);
                }
            }
            while (goesOn && used < data.Length && TakesInput);
        }
        finally
        {
            Output.BackTo(mark);
            (Context.Pumping, Context.PumpedFrom) = (outer, outerFrom);
        }

        return Math.Min(used, data.Length);
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

        if (IsIn(State.Idle) && _input.Count == 0)
        {
            Answering.Rest();
        }
    }

    /// <summary>Reads the next request, or rests if there is no input for it.</summary>
    private void ReadNext()
    {
        if (_isReading || _input.Count > 0 || _inputEnded || _isPaused)
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
            ReadOnNextCycle();
        }
    }
}
