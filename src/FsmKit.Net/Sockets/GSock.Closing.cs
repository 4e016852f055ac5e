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

    private void AcSendFailed(in EvSendFailed e) => EndLater(DisconnectReason.Broken, e.Error);

    private void AcClosed() => End(_reason, _error);

    private void AcDestroy() => Destroy();

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
