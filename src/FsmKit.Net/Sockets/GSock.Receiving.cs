using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Receiving, pausing, and the end of the peer's stream.</content>
public sealed partial class GSock
{
    private bool _receivePaused;
    private long _lastActivity = -1;

    /// <summary>
    /// Whether receiving is paused: after <see cref="EvPauseReceiving"/>, until <see cref="EvResumeReceiving"/> or the end of the
    /// connection.
    /// </summary>
    public bool IsReceivePaused => _receivePaused;

    /// <summary>Readiness that the link must report. Every change of its inputs must be followed by <c>Watch(Wanted)</c>.</summary>
    private Interest Wanted => (IsReceiving() ? Interest.Read : Interest.None) | (IsSending() ? Interest.Write : Interest.None);

    private bool IsReceiving() => CurrentState switch
    {
        State.Connected or State.Finishing => !_receivePaused && _frames is not { IsDue: true },
        State.Lingering => true,
        _ => false,
    };

    /// <summary>Reads once per readiness. Remaining data makes the link readable again, after the other links have had their turn.</summary>
    private void AcReceive()
    {
        var buffer = Reactor.Scratch;
        var count = _link!.Receive(buffer, out var error);
        if (count > 0)
        {
            RxedMsgs++;
            RxedBytes += count;
            _lastActivity = Gaplic.Clock.Recent;
            var data = buffer.AsSpan(0, count);
            if (IsDumping)
            {
                NetLog.Data(Logger, Dump.Received(this, data));
            }

            if (_frames is { } frames)
            {
                TakeIn(frames, data);
            }
            else
            {
                PublishData(data);
            }
        }
        else
        {
            NothingReceived(count, error);
        }
    }

    private void PublishData(ReadOnlySpan<byte> data) => Publish(new EvRxData(this, data));

    private void AcDiscard()
    {
        var count = _link!.Receive(Reactor.Scratch, out var error);
        if (count <= 0)
        {
            NothingReceived(count, error);
        }
    }

    private void NothingReceived(int count, SocketError error)
    {
        if (count == 0)
        {
            this.Send(new EvStreamEnded());
        }
        else if (error != SocketError.WouldBlock)
        {
            this.Send(new EvLinkBroken(error));
        }
    }

    private void AcPauseReceiving()
    {
        _receivePaused = true;
        _link?.Watch(Wanted);
    }

    private void AcResumeReceiving()
    {
        _receivePaused = false;
        DeliverLater();
        _link?.Watch(Wanted);
    }

    private bool IsAllowedHalfOpen() => AllowHalfOpen;

    private void AcInputEnded()
    {
        AcStopReceiving();
        TellSubscribers(new EvInputEnded(this));
    }

    private void AcDrain()
    {
        _reason = PeerEnd;
        AcStopReceiving();
        ArmLinger();
    }

    private void AcPeerClosed() => End(PeerEnd, SocketError.Success);

    private DisconnectReason PeerEnd => _link is { EndedCleanly: false } ? DisconnectReason.Truncated : DisconnectReason.PeerClosed;

    /// <summary>Stops watching for input: an ended stream stays readable, and the loop would spin.</summary>
    private void AcStopReceiving() => _link!.Watch(Wanted);
}
