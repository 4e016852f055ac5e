namespace FsmKit.Net;

/// <content>The open connection: receiving, flow control, idle close.</content>
public sealed partial class GConnex
{
    private bool _toldHighWater;

    private void AcConnected(in EvConnected e)
    {
        _connectedAt = Gaplic.Clock.Now;
        _toldHighWater = false;
        AcWatchIdle();
        Flush();
        Announce(in e);
    }

    private void AcRxData(in EvRxData e) => Publish(in e);

    private void AcFrame(in EvFrame e) => Publish(in e);

    private void AcFrameFault(in EvFrameFault e) => Announce(in e);

    private void AcTransmitReady(in EvTransmitReady e) => Announce(in e);

    private void AcInputEnded(in EvInputEnded e) => Announce(in e);

    private void AcHighWater(in EvHighWater e)
    {
        if (!_toldHighWater)
        {
            _toldHighWater = true;
            Announce(in e);
        }
    }

    /// <summary>Sends queued messages first, and publishes EvLowWater only when the queue is empty.</summary>
    private void AcLowWater(in EvLowWater e)
    {
        Flush();
        if (_toldHighWater && IsQueueEmpty() && !Gsock.IsCongested)
        {
            _toldHighWater = false;
            Announce(in e);
        }
    }

    private bool IsIdle() => !_isWanted && IdleTime >= TimeoutInactivity;

    private void AcCloseIdle()
    {
        ConnexLog.Idle(Logger, this, Destination, TimeoutInactivity);
        _wasIdle = true;
        Send(Gsock, new EvClose());
    }

    /// <summary>Arms the timer for the remaining idle time, so that a message in between restarts no timer.</summary>
    private void AcWatchIdle()
    {
        if (IsOnDemand)
        {
            var left = TimeoutInactivity - IdleTime;

            // No time is left when the owner waits for something that has not come.
            StartTimer(left > TimeSpan.Zero ? left : TimeoutInactivity, new EvIdle());
        }
    }

    /// <summary>Time without a byte in either direction.</summary>
    private TimeSpan IdleTime
    {
        get
        {
            var sinceConnected = TimeSpan.FromMilliseconds(Gaplic.Clock.Now - _connectedAt!.Value);
            return Now - Gsock.LastActivity is { } idle && idle < sinceConnected ? idle : sinceConnected;
        }
    }

    /// <summary>The connection may have been idle for <see cref="TimeoutInactivity"/>.</summary>
    private readonly record struct EvIdle;
}
