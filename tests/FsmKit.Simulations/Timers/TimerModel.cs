namespace FsmKit.Simulations.Timers;

/// <summary>Model of a timer: its next due time, and its settings.</summary>
/// <param name="Interval">Time until the timer is due.</param>
/// <param name="Repeats">Whether it starts again each time.</param>
/// <param name="Due">Due time; null when the timer does not run.</param>
internal readonly record struct TimerModel(TimeSpan Interval, bool Repeats, TimeSpan? Due)
{
    /// <summary>A timer without any order so far.</summary>
    public static TimerModel Fresh => new(Timeout.InfiniteTimeSpan, false, null);

    /// <summary>The name of the state that it is in.</summary>
    public string State => Due is null ? "Idle" : "Running";

    /// <summary>Sets it at a time.</summary>
    public TimerModel Set(in EvSetTimer e, TimeSpan now)
    {
        var interval = e.Interval ?? Interval;
        return new TimerModel(interval, e.Autostart ?? Repeats, interval == Timeout.InfiniteTimeSpan ? null : now + interval);
    }

    /// <summary>Lets it be due.</summary>
    public TimerModel Fire() => this with { Due = Repeats ? Due + Interval : null };
}
