namespace FsmKit.Net;

/// <content>What happens while the connection stands.</content>
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

    /// <summary>What has been waiting comes first; only when that is gone, there is room for more.</summary>
    private void AcLowWater(in EvLowWater e)
    {
        Flush();
        if (_toldHighWater && IsQueueEmpty() && !Gsock.IsCongested)
        {
            _toldHighWater = false;
            Announce(in e);
        }
    }

    private bool IsIdle() => IdleTime >= TimeoutInactivity;

    private void AcCloseIdle()
    {
        ConnexLog.Idle(Gaplic.Logger, this, Destination, TimeoutInactivity);
        _wasIdle = true;
        Send(Gsock, new EvClose());
    }

    /// <summary>Looks again when the time could have passed: a message in between costs nothing.</summary>
    private void AcWatchIdle()
    {
        if (IsOnDemand)
        {
            var left = TimeoutInactivity - IdleTime;
            StartTimer(left > TimeSpan.Zero ? left : TimeSpan.Zero, new EvIdle());
        }
    }

    /// <summary>How long no byte has gone in either direction.</summary>
    private TimeSpan IdleTime
    {
        get
        {
            var sinceConnected = TimeSpan.FromMilliseconds(Gaplic.Clock.Now - _connectedAt!.Value);
            return Now - Gsock.LastActivity is { } idle && idle < sinceConnected ? idle : sinceConnected;
        }
    }

    /// <summary>The connection may have been without use for long enough.</summary>
    private readonly record struct EvIdle;
}
