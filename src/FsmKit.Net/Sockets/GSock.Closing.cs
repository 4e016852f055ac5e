using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Ends of a connection: close, drop, failure.</content>
public sealed partial class GSock
{
    private DisconnectReason _reason;
    private SocketError _error;
    private bool _hasShutDown;

    // The closed link, until EvDisconnected has been published.
    private StreamLink? _ended;

    /// <summary>Sends the pending output, then the end of the stream.</summary>
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
        else
        {
            Uncork();
        }

        AcDrop();
    }

    private void AcDrop()
    {
        NetLog.Dropped(Logger, this);
        EndLater(DisconnectReason.Dropped, SocketError.Success);
    }

    private void AcBroken(in EvLinkBroken e) => End(DisconnectReason.Broken, e.Error, _link?.Failure);

    private void AcFaulted(in EvFaulted e)
    {
        if (_session is null)
        {
            EndLater(DisconnectReason.Broken, SocketError.SocketError, e.Exception);
            return;
        }

        // What the session has sent may be half an answer.
        _link?.Abort();
        EndLater(DisconnectReason.Faulted, SocketError.SocketError, e.Exception);
    }

    private void AcSendFailed(in EvSendFailed e) => EndLater(DisconnectReason.Broken, e.Error);

    private void AcClosed() => End(_reason, _error);

    private void AcClosed(in EvClosed e) => End(_reason, _error, e.Exception);

    /// <summary>Ends the connection after <see cref="LingerTimeout"/> with output still unsent.</summary>
    private void AcCutOff() => End(DisconnectReason.LingerTimedOut, SocketError.TimedOut);

    private void AcDestroy() => Destroy();

    /// <summary>Whether closing the connection now would lose output.</summary>
    private bool HasUnsent() => IsCut(_link);

    /// <summary>Whether closing <paramref name="link"/> now would lose output.</summary>
    private bool IsCut(StreamLink? link) => _output.Count > 0 || link is { IsPending: true };

    /// <summary>
    /// Closes the link now and publishes EvDisconnected in the next cycle, because the caller may be an action of the subscriber.
    /// </summary>
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

    /// <summary>
    /// Closes the link first and publishes EvDisconnected last, even if a step in between throws: the reactor would report an open link
    /// without a reader again in every cycle.
    /// </summary>
    private void End(DisconnectReason reason, SocketError error, Exception? exception = null)
    {
        // No EvConnected was published for an accepted connection whose handshake did not finish, so no EvDisconnected either.
        var isUnheardOf = _isAccepted && !_isAnnounced;
        try
        {
            CloseLink();
            (_error, _flushWhenConnected, _hasShutDown, _receivePaused) = (SocketError.Success, false, false, false);
            _output.Clear();
            NetLog.Disconnected(Logger, this, reason, error);
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

            _frames?.Clear();
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

    /// <summary>Closes the link, with a reset if output is lost, so that the peer does not mistake a part of the data for all of it.</summary>
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
    /// Repeats an end of the connection that failed, for instance for lack of memory. Called when the machine did not handle an event of the
    /// link: the reactor would report an open link without a reader for ever.
    /// </summary>
    private void Mend()
    {
        if (_link is not null && CurrentState == State.Closing)
        {
            // The action that closes the link did not start.
            EndLater(DisconnectReason.Broken, SocketError.SocketError);
        }
        else if (_link is not null && CurrentState == State.Disconnected)
        {
            End(DisconnectReason.Broken, SocketError.SocketError);
        }

        Seal();
    }

    /// <summary>Aborts the link of an ended connection if the end itself failed to close the link.</summary>
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
