using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Sending: at once as far as the system takes the bytes, the rest when the system has room again.</content>
public sealed partial class GSock
{
    /// <summary>Largest number of bytes that wait for the answers to further frames of a read.</summary>
    private const int MostCorked = 16 * 1024;

    private PooledBytes _output;
    private bool _flushWhenConnected;
    private bool _flushing;
    private bool _saidDrained;

    /// <summary>Whether a flush is in progress.</summary>
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
        if (Corks(e.Data))
        {
            return;
        }

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

    /// <summary>Keeps an answer to one of several frames of a read, until all of them are answered.</summary>
    private bool Corks(ReadOnlySpan<byte> data)
    {
        if (!CanCork(data.Length))
        {
            return false;
        }

        _frames!.HasCorked = true;
        Keep(data);
        return true;
    }

    private bool CanCork(long length) => _frames is { IsCorked: true } && _output.Count + length <= MostCorked;

    /// <summary>Sends what <see cref="Corks"/> has kept.</summary>
    private void Uncork()
    {
        if (_frames is { HasCorked: true } frames)
        {
            frames.HasCorked = false;
            if (_link is not null)
            {
                Flush();
            }
        }
    }

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
        TellSubscribers(new EvTransmitReady(this));
    }

    /// <summary>Ignores a stale EvDrained: more output was sent since the post, and another EvDrained will follow.</summary>
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

    /// <summary>Hands bytes to the link. Returns the number taken, or -1 if the link broke.</summary>
    private int Take(ReadOnlySpan<byte> data)
    {
        var slice = SendBytes > 0 && data.Length > SendBytes ? data[..SendBytes] : data;
        var taken = NoteTaken(_link!.Send(slice, out var error), error);
        if (taken > 0 && IsDumping)
        {
            NetLog.Data(Logger, Dump.Sent(this, slice[..taken]));
        }

        return taken;
    }

    private int NoteTaken(int taken, SocketError error)
    {
        if (error is not (SocketError.Success or SocketError.WouldBlock))
        {
            this.Send(new EvSendFailed(error));
            return -1;
        }

        if (taken > 0)
        {
            TxedBytes += taken;
            _lastActivity = Gaplic.Clock.Recent;
        }

        return taken;
    }

    private void WaitForRoom()
    {
        if (IsIn(State.Ending))
        {
            // The peer still takes output, so LingerTimeout starts again.
            ArmLinger();
        }

        _flushing = true;
        _link!.Watch(Wanted);
    }

    /// <summary>
    /// Posts EvDrained after the output has drained. Posted once per cycle, however many sends drained, and only if a close or a subscriber of
    /// EvTransmitReady waits for the event.
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

    /// <summary>Posts EvDrained for the next cycle if no output waits; otherwise the drained output posts the event.</summary>
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
