using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Receiving.</content>
public sealed partial class GSock
{
    /// <summary>One read per readiness: what is left makes the link readable again, and others get their turn.</summary>
    private void AcReceive()
    {
        var buffer = Reactor.Scratch;
        var count = _link!.Receive(buffer, out var error);
        if (count > 0)
        {
            RxedMsgs++;
            RxedBytes += count;
            Publish(new EvRxData(this, buffer.AsSpan(0, count)));
        }
        else if (count == 0)
        {
            this.Send(new EvStreamEnded());
        }
        else if (error != SocketError.WouldBlock)
        {
            this.Send(new EvLinkBroken(error));
        }
    }

    private bool IsAllowedHalfOpen() => AllowHalfOpen;

    private void AcInputEnded()
    {
        StopReceiving();
        Publish(new EvInputEnded(this));
    }

    private void AcDrain()
    {
        StopReceiving();
        _reason = DisconnectReason.PeerClosed;
    }

    private void AcPeerClosed() => End(DisconnectReason.PeerClosed, SocketError.Success);

    /// <summary>An ended stream stays readable: without this the loop would spin.</summary>
    private void StopReceiving() => _link!.Watch(IsSending() ? Interest.Write : Interest.None);
}
