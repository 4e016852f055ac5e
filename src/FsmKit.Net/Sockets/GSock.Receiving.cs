using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Receiving.</content>
public sealed partial class GSock
{
    private bool _receivePaused;
    private long _lastActivity = -1;

    /// <summary>Whether <see cref="EvPauseReceiving"/> holds.</summary>
    public bool IsReceivePaused => _receivePaused;

    /// <summary>What the link is to tell: to be watched after every change of what it depends on.</summary>
    private Interest Wanted => (IsReceiving() ? Interest.Read : Interest.None) | (IsSending() ? Interest.Write : Interest.None);

    private bool IsReceiving() => CurrentState switch
    {
        State.Connected or State.Finishing => !_receivePaused,
        State.Lingering => true,
        _ => false,
    };

    /// <summary>One read per readiness: what is left makes the link readable again, and others get their turn.</summary>
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
            if (TraceDump || GlobalTraceDump)
            {
                NetLog.Data(Gaplic.Logger, Dump.Received(this, data));
            }

            Publish(new EvRxData(this, data));
        }
        else
        {
            NothingReceived(count, error);
        }
    }

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
        _link?.Watch(Wanted);
    }

    private bool IsAllowedHalfOpen() => AllowHalfOpen;

    private void AcInputEnded()
    {
        AcStopReceiving();
        Announce(new EvInputEnded(this));
    }

    private void AcDrain()
    {
        _reason = PeerEnd;
        AcStopReceiving();
        ArmLinger();
    }

    private void AcPeerClosed() => End(PeerEnd, SocketError.Success);

    private DisconnectReason PeerEnd => _link is { EndedCleanly: false } ? DisconnectReason.Truncated : DisconnectReason.PeerClosed;

    /// <summary>An ended stream stays readable: without this the loop would spin.</summary>
    private void AcStopReceiving() => _link!.Watch(Wanted);
}
