using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Connections on which nothing happens.</content>
public sealed partial class GSock
{
    /// <summary>How long it is until the connection has been idle for too long; a byte in between has cost no more than its time stamp.</summary>
    private TimeSpan UntilIdle => IdleTimeout - TimeSpan.FromMilliseconds(Gaplic.Clock.Now - _lastActivity);

    private bool IsIdle() => IdleTimeout > TimeSpan.Zero && (_lastActivity < 0 || UntilIdle <= TimeSpan.Zero);

    private void AcIdle() => End(DisconnectReason.IdleTimedOut, SocketError.TimedOut);

    /// <summary>Looks again when the time could have passed.</summary>
    private void AcWatchIdle()
    {
        if (IdleTimeout > TimeSpan.Zero)
        {
            var left = UntilIdle;
            StartTimer(left > TimeSpan.Zero ? left : TimeSpan.Zero, new EvLingered());
        }
    }

    /// <summary>The time begins with the connection.</summary>
    private void BeginIdling()
    {
        if (IdleTimeout > TimeSpan.Zero)
        {
            StartTimer(IdleTimeout, new EvLingered());
        }
    }
}
