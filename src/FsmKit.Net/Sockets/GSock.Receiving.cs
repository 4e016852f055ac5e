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
            EndOfInput();
        }
        else if (error != SocketError.WouldBlock)
        {
            Break(error);
        }
    }

    private void EndOfInput()
    {
        // An ended stream stays readable: without this the loop would spin.
        _link!.Watch(IsSending ? Interest.Write : Interest.None);
        if (CurrentState == State.Connected && AllowHalfOpen)
        {
            ChangeState(State.PeerFinished);
            Publish(new EvInputEnded(this));
            return;
        }

        _reason = DisconnectReason.PeerClosed;
        if (IsSending)
        {
            ChangeState(State.Draining);
            return;
        }

        ChangeState(State.Disconnected);
        End(DisconnectReason.PeerClosed, SocketError.Success);
    }
}
