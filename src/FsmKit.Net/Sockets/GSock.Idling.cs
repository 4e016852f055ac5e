using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>The idle timeout.</content>
public sealed partial class GSock
{
    /// <summary>
    /// Time left until the connection is idle for <see cref="IdleTimeout"/>. Activity only writes a time stamp; it restarts no timer.
    /// </summary>
    private TimeSpan UntilIdle => IdleTimeout - TimeSpan.FromMilliseconds(Gaplic.Clock.Now - _lastActivity);

    private bool IsIdle() => IdleTimeout > TimeSpan.Zero && (_lastActivity < 0 || UntilIdle <= TimeSpan.Zero);

    private void AcIdle() => End(DisconnectReason.IdleTimedOut, SocketError.TimedOut);

    /// <summary>Arms the timer for the remaining time.</summary>
    private void AcWatchIdle()
    {
        if (IdleTimeout > TimeSpan.Zero)
        {
            var left = UntilIdle;
            StartTimer(left > TimeSpan.Zero ? left : TimeSpan.Zero, new EvLingered());
        }
    }

    /// <summary>Arms the timer at the start of the connection.</summary>
    private void BeginIdling()
    {
        if (IdleTimeout > TimeSpan.Zero)
        {
            StartTimer(IdleTimeout, new EvLingered());
        }
    }
}
