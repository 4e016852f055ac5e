using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>The ways to the end of a connection.</content>
public sealed partial class GSock
{
    private DisconnectReason _reason;
    private SocketError _error;
    private bool _hasShutDown;
    private LoopTimer? _linger;

    // The closed link, until its end has been announced.
    private StreamLink? _ended;

    /// <summary>This side ends its stream, as soon as what was written is sent.</summary>
    private void AcEndOutput()
    {
        _reason = DisconnectReason.Dropped;
        Flush();
    }

    private void AcClose()
    {
        ArmLinger();
        _link!.Watch(Wanted);
        AcEndOutput();
    }

    private bool IsFlushedForClose() => CloseWhenFlushed && IsDrained() && _output.Count == 0;

    private void AcCloseFlushed()
    {
        _saidDrained = false;
        CloseWhenFlushed = false;
        AcClose();
    }

    private void AcShutdown()
    {
        _saidDrained = false;
        if (_hasShutDown)
        {
            return;
        }

        _hasShutDown = true;
        _link!.ShutdownSend();
        if (_linger is { IsArmed: true })
        {
            ArmLinger();
        }
    }

    private void AcDrop(in EvDrop e)
    {
        if (e.Resets)
        {
            _link?.Abort();
        }

        AcDrop();
    }

    private void AcDrop()
    {
        NetLog.Dropped(Gaplic.Logger, this);
        EndLater(DisconnectReason.Dropped, SocketError.Success);
    }

    private void AcBroken(in EvLinkBroken e) => End(DisconnectReason.Broken, e.Error, (_link as TlsLink)?.Failure);

    private void AcSendFailed(in EvSendFailed e) => EndLater(DisconnectReason.Broken, e.Error);

    private void AcClosed() => End(_reason, _error);

    private void AcDestroy() => Destroy();

    /// <summary>Told in the next cycle: this may be inside a call of the subscriber's.</summary>
    private void EndLater(DisconnectReason reason, SocketError error)
    {
        (_reason, _error) = (reason, error);
        CloseLink();
        this.PostToSelf(this, new EvClosed());
    }

    private void End(DisconnectReason reason, SocketError error, Exception? exception = null)
    {
        CloseLink();
        (_error, _flushWhenConnected, _hasShutDown, _receivePaused) = (SocketError.Success, false, false, false);
        _output.Clear();
        NetLog.Disconnected(Gaplic.Logger, this, reason, error);
        NetMeter.Disconnected(reason);

        // Nobody has heard of an accepted connection whose handshake did not come to its end.
        var isUnheardOf = _isAccepted && !_isAnnounced;
        CountClosed();
        if (!isUnheardOf)
        {
            Publish(new EvDisconnected(this, reason, error, exception));
        }

        _ended = null;
        if ((AutoDestroy || isUnheardOf) && !IsDestroyed)
        {
            this.PostToSelf(this, new EvForgotten());
        }
    }

    private void CloseLink()
    {
        if (_attempts is not null)
        {
            _attempts.Number++;
        }

        StopConnecting();
        _link?.Close();
        _ended = _link ?? _ended;
        _link = null;
        _linger?.Cancel();
        (_flushing, _saidDrained, IsCongested, _toldCongested) = (false, false, false, false);
    }

    private void CountClosed()
    {
        if (_isAnnounced)
        {
            _isAnnounced = false;
            NetMeter.Closed(_isAccepted);
        }
    }

    private void ArmLinger()
    {
        _linger ??= new LoopTimer(this, () => this.Send(new EvLingered()));
        _linger.Arm(LingerTimeout);
    }
}
