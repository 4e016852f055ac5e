using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>The ways to the end of a connection.</content>
public sealed partial class GSock
{
    private DisconnectReason _reason;
    private SocketError _error;
    private bool _hasShutDown;

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
        if (CurrentState == State.Lingering)
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

    private void AcBroken(in EvLinkBroken e) => End(DisconnectReason.Broken, e.Error, _link?.Failure);

    private void AcFaulted(in EvFaulted e) => EndLater(DisconnectReason.Broken, SocketError.SocketError, e.Exception);

    private void AcSendFailed(in EvSendFailed e) => EndLater(DisconnectReason.Broken, e.Error);

    private void AcClosed() => End(_reason, _error);

    private void AcClosed(in EvClosed e) => End(_reason, _error, e.Exception);

    /// <summary>The other side has not taken all of the output in the time that it had.</summary>
    private void AcCutOff() => End(DisconnectReason.LingerTimedOut, SocketError.TimedOut);

    private void AcDestroy() => Destroy();

    /// <summary>Whether output would be lost if the connection were closed now.</summary>
    private bool HasUnsent() => IsCut(_link);

    /// <summary>Whether closing this link now loses output.</summary>
    private bool IsCut(StreamLink? link) => _output.Count > 0 || link is { IsPending: true };

    /// <summary>Told in the next cycle: this may be inside a call of the subscriber's.</summary>
    private void EndLater(DisconnectReason reason, SocketError error, Exception? exception = null)
    {
        (_reason, _error) = (reason, error);
        try
        {
            CloseLink();
        }
        finally
        {
            this.PostAlways(new EvClosed(exception));
        }
    }

    /// <summary>The link is closed first and the subscriber told last, whatever goes wrong between: an open link would be ready again and again.</summary>
    private void End(DisconnectReason reason, SocketError error, Exception? exception = null)
    {
        // Nobody has heard of an accepted connection whose handshake did not come to its end.
        var isUnheardOf = _isAccepted && !_isAnnounced;
        try
        {
            CloseLink();
            (_error, _flushWhenConnected, _hasShutDown, _receivePaused) = (SocketError.Success, false, false, false);
            _output.Clear();
            NetLog.Disconnected(Gaplic.Logger, this, reason, error);
            NetMeter.Disconnected(reason);
            CountClosed();
        }
        finally
        {
            (_link, _ended) = (null, _link ?? _ended);
            if (!isUnheardOf)
            {
                Announce(new EvDisconnected(this, reason, error, exception));
            }

            try
            {
                if ((AutoDestroy || isUnheardOf) && !IsDestroyed)
                {
                    this.PostAlways(new EvForgotten());
                }
            }
            finally
            {
                Seal();
                _ended = null;
            }
        }
    }

    /// <summary>With a reset when output is lost, so that the other side does not take a part for the whole.</summary>
    private void CloseLink()
    {
        var link = _link;
        (_link, _ended) = (null, link ?? _ended);
        try
        {
            if (IsCut(link))
            {
                link?.Abort();
            }
            else
            {
                link?.Close();
            }
        }
        finally
        {
            if (_attempts is not null)
            {
                _attempts.Number++;
            }

            StopConnecting();
            StopTimer<EvLingered>();
            (_flushing, _saidDrained, IsCongested, _toldCongested) = (false, false, false, false);
        }
    }

    /// <summary>
    /// Makes up for an end that was lost, for instance for want of memory. Tried whenever the link is ready or has failed: an open link without a
    /// reader would be ready for ever.
    /// </summary>
    private void Mend()
    {
        if (_link is not null && CurrentState == State.Closing)
        {
            // The action that was to close it could not even begin.
            EndLater(DisconnectReason.Broken, SocketError.SocketError);
        }
        else if (_link is not null && CurrentState == State.Disconnected)
        {
            End(DisconnectReason.Broken, SocketError.SocketError);
        }

        Seal();
    }

    /// <summary>Closes the link of a connection that has ended, if its end could not.</summary>
    private void Seal()
    {
        if (_ended is { IsClosed: false } open)
        {
            open.Abort();
        }
    }

    private void CountClosed()
    {
        if (_isAnnounced)
        {
            _isAnnounced = false;
            NetMeter.Closed(_isAccepted);
        }
    }

    private void ArmLinger() => StartTimer(LingerTimeout, new EvLingered());
}
