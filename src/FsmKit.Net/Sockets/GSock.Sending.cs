using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Sending: at once when the system takes it, and the rest when it has room again.</content>
public sealed partial class GSock
{
    private PooledBytes _output;
    private bool _flushWhenConnected;
    private bool _flushing;
    private bool _saidDrained;

    /// <summary>Whether a flush has not been completed.</summary>
    private bool IsSending() => _flushing || _link is { IsPending: true };

    private void AcWrite(in EvWriteOutputData e)
    {
        TxedMsgs++;
        Keep(e.Data);
    }

    private void AcSendLater(in EvSendData e)
    {
        TxedMsgs++;
        Keep(e.Data);
        _flushWhenConnected = true;
    }

    private void AcFlushLater() => _flushWhenConnected = true;

    private void AcSend(in EvSendData e)
    {
        TxedMsgs++;
        if (_output.Count > 0)
        {
            Keep(e.Data);
            Flush();
            return;
        }

        var taken = Take(e.Data);
        if (taken == e.Data.Length)
        {
            SayDrained();
        }
        else if (taken >= 0)
        {
            Keep(e.Data[taken..]);
            WaitForRoom();
        }
    }

    private void AcFlush() => Flush();

    private void AcSendRest()
    {
        if (_flushing)
        {
            Flush();
        }
        else if (!_link!.IsPending)
        {
            _link.Watch(Wanted);
            SayDrained();
        }
    }

    private void AcTransmitReady()
    {
        _saidDrained = false;
        Announce(new EvTransmitReady(this));
    }

    /// <summary>More was sent since the output had drained: it will drain again.</summary>
    private void AcNotDrained() => _saidDrained = false;

    private bool IsDrained() => !IsSending();

    private void Flush()
    {
        _flushWhenConnected = false;
        while (_output.Count > 0)
        {
            var taken = Take(_output.Span);
            if (taken < 0)
            {
                return;
            }

            if (taken == 0)
            {
                WaitForRoom();
                return;
            }

            _output.Skip(taken);
            NoteLow();
        }

        SayDrained();
    }

    /// <summary>Hands bytes to the link: how many it took, or -1 after it broke.</summary>
    private int Take(ReadOnlySpan<byte> data)
    {
        var slice = SendBytes > 0 && data.Length > SendBytes ? data[..SendBytes] : data;
        var taken = _link!.Send(slice, out var error);
        if (error is not (SocketError.Success or SocketError.WouldBlock))
        {
            this.Send(new EvSendFailed(error));
            return -1;
        }

        if (taken > 0)
        {
            TxedBytes += taken;
            _lastActivity = Gaplic.Clock.Recent;
            if (TraceDump || GlobalTraceDump)
            {
                NetLog.Data(Gaplic.Logger, Dump.Sent(this, slice[..taken]));
            }
        }

        return taken;
    }

    private void WaitForRoom()
    {
        if (IsIn(State.Ending))
        {
            // The other side still takes something: it gets its time anew.
            ArmLinger();
        }

        _flushing = true;
        _link!.Watch(Wanted);
    }

    /// <summary>
    /// The output has drained. The machine hears of it in the next cycle, once for all sends until then; nobody who waits for it, no event.
    /// </summary>
    private void SayDrained()
    {
        if (_link!.IsPending)
        {
            _link.Watch(Wanted);
            return;
        }

        if (_flushing)
        {
            _flushing = false;
            _link.Watch(Wanted);
        }

        if (!_saidDrained && (IsEnding() || CloseWhenFlushed || HasSubscribers<EvTransmitReady>(this)))
        {
            _saidDrained = true;
            this.PostAlways(new EvDrained());
        }
    }

    /// <summary>With nothing to wait for, the machine hears of it in the next cycle; else when the output has drained.</summary>
    private bool NoteCloseWhenFlushed(bool closes)
    {
        if (closes && !_saidDrained && IsConnected && IsDrained() && _output.Count == 0)
        {
            _saidDrained = true;
            this.PostAlways(new EvDrained());
        }

        return closes;
    }

    private bool IsEnding() => IsIn(State.Open) && !IsConnected;
}
