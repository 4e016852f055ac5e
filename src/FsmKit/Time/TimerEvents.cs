namespace FsmKit;

/// <summary>Starts, restarts or stops a <see cref="GTimer"/> (GinsFSM <c>EV_SET_TIMER</c>).</summary>
/// <param name="Interval">
/// Time until the timer is due. <see cref="Timeout.InfiniteTimeSpan"/> stops the timer; zero is due at once, in a later turn of the loop;
/// null keeps the last interval.
/// </param>
/// <param name="Autostart">Whether the timer starts again each time it is due; null keeps the last value.</param>
public readonly record struct EvSetTimer(TimeSpan? Interval = null, bool? Autostart = null);

/// <summary>
/// Reports that a <see cref="GTimer"/> is due (GinsFSM <c>EV_TIMEOUT</c>). The event comes from the loop, never while
/// <see cref="EvSetTimer"/> is being sent.
/// </summary>
/// <param name="Timer">The timer that is due.</param>
public readonly record struct EvTimeout(GTimer Timer);
