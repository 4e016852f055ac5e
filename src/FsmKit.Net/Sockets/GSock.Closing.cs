using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>The ways to the end of a connection.</content>
public sealed partial class GSock
{
    private DisconnectReason _reason;
    private SocketError _error;
    private bool _hasShutDown;

    /// <summary>This side ends its stream, as soon as what was written is sent.</summary>
    private void AcEndOutput()
    {
        _reason = DisconnectReason.Dropped;
        Flush();
    }

    private void AcShutdown()
    {
        _saidDrained = false;
        if (!_hasShutDown)
        {
            _hasShutDown = true;
            _link!.ShutdownSend();
        }
    }

    private void AcDrop()
    {
        NetLog.Dropped(Gaplic.Logger, this);
        _attempt++;
        EndLater(DisconnectReason.Dropped, SocketError.Success);
    }

    private void AcBroken(in EvLinkBroken e) => End(DisconnectReason.Broken, e.Error);

    private void AcClosed() => End(_reason, _error);

    private void AcDestroy() => Destroy();

    /// <summary>The link broke in the loop's call: nobody is in the middle of a send, the subscriber hears of it at once.</summary>
    private void Break(SocketError error)
    {
        ChangeState(State.Disconnected);
        End(DisconnectReason.Broken, error);
    }

    /// <summary>The link broke in a send: the sender must not find its connection gone in the middle of its own action.</summary>
    private void BreakLater(SocketError error)
    {
        ChangeState(State.Closing);
        EndLater(DisconnectReason.Broken, error);
    }

    private void EndLater(DisconnectReason reason, SocketError error)
    {
        (_reason, _error) = (reason, error);
        CloseLink();
        Post(this, new EvClosed());
    }

    private void End(DisconnectReason reason, SocketError error)
    {
        CloseLink();
        (_error, _flushWhenConnected, _hasShutDown) = (SocketError.Success, false, false);
        _output.Clear();
        NetLog.Disconnected(Gaplic.Logger, this, reason, error);
        Publish(new EvDisconnected(this, reason, error));
        if (AutoDestroy && !IsDestroyed)
        {
            Post(this, new EvForgotten());
        }
    }

    private void CloseLink()
    {
        _link?.Close();
        _link = null;
        (_flushing, _saidDrained) = (false, false);
    }
}
