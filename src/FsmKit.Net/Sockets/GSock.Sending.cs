using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Sending: at once when the system takes it, and the rest when it has room again.</content>
public sealed partial class GSock
{
    private readonly OutputBuffer _output = new();
    private bool _flushWhenConnected;
    private bool _flushing;
    private bool _saidDrained;

    /// <summary>Whether a flush has not been completed.</summary>
    private bool IsSending() => _flushing || _link is { IsPending: true };

    private void AcWrite(in EvWriteOutputData e)
    {
        TxedMsgs++;
        _output.Add(e.Data);
    }

    private void AcSendLater(in EvSendData e)
    {
        TxedMsgs++;
        _output.Add(e.Data);
        _flushWhenConnected = true;
    }

    private void AcFlushLater() => _flushWhenConnected = true;

    private void AcSend(in EvSendData e)
    {
        TxedMsgs++;
        if (_output.Count > 0)
        {
            _output.Add(e.Data);
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
            _output.Add(e.Data[taken..]);
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
            _link.Watch(ReadInterest);
            SayDrained();
        }
    }

    private void AcTransmitReady()
    {
        _saidDrained = false;
        Publish(new EvTransmitReady(this));
    }

    /// <summary>More was sent since the output had drained: it will drain again.</summary>
    private void AcNotDrained() => _saidDrained = false;

    private bool IsDrained() => !IsSending();

    private void Flush()
    {
        _flushWhenConnected = false;
        while (_output.Count > 0)
        {
            var taken = Take(_output.First);
            if (taken < 0)
            {
                return;
            }

            if (taken == 0)
            {
                WaitForRoom();
                return;
            }

            _output.Remove(taken);
        }

        SayDrained();
    }

    /// <summary>Hands bytes to the link: how many it took, or -1 after it broke.</summary>
    private int Take(ReadOnlySpan<byte> data)
    {
        var taken = _link!.Send(data, out var error);
        if (error is not (SocketError.Success or SocketError.WouldBlock))
        {
            this.Send(new EvSendFailed(error));
            return -1;
        }

        TxedBytes += taken;
        return taken;
    }

    private void WaitForRoom()
    {
        _flushing = true;
        _link!.Watch(ReadInterest | Interest.Write);
    }

    /// <summary>
    /// The output has drained. The machine hears of it in the next cycle, once for all sends until then; nobody who waits for it, no event.
    /// </summary>
    private void SayDrained()
    {
        if (_link!.IsPending)
        {
            _link.Watch(ReadInterest | Interest.Write);
            return;
        }

        if (_flushing)
        {
            _flushing = false;
            _link.Watch(ReadInterest);
        }

        if (!_saidDrained && (CurrentState is State.Finishing or State.Draining || HasSubscribers<EvTransmitReady>(this)))
        {
            _saidDrained = true;
            Post(this, new EvDrained());
        }
    }

    private Interest ReadInterest => CurrentState is State.Connected or State.Finishing ? Interest.Read : Interest.None;
}
