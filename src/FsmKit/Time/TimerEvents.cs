namespace FsmKit;

/// <summary>Starts, restarts or stops a <see cref="GTimer"/> (GinsFSM <c>EV_SET_TIMER</c>).</summary>
/// <param name="Interval">How long; <see cref="Timeout.InfiniteTimeSpan"/> stops it, zero is due in the next cycle of the loop, null keeps the last one.</param>
/// <param name="Autostart">Whether it starts again each time it is due; null keeps what it was.</param>
public readonly record struct EvSetTimer(TimeSpan? Interval = null, bool? Autostart = null);

/// <summary>A <see cref="GTimer"/> is due (GinsFSM <c>EV_TIMEOUT</c>). It always comes out of the loop, never inside a call.</summary>
/// <param name="Timer">Which one.</param>
public readonly record struct EvTimeout(GTimer Timer);
