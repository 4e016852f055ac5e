using System.Diagnostics;
using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Worlds;

/// <summary>State that the workers of one exploration share: their progress, and the first schedule that failed.</summary>
internal sealed class Search(ExploreOptions options, long begun)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private long _schedules;
    private long _steps;
    private int _begunSchedules;
    private int _failed = int.MaxValue;
    private TimeSpan _told;

    /// <summary>The states met, for <see cref="Strategy.States"/>.</summary>
    public SeenStates Seen { get; } = new(isShared: Worker.WorkersOf(options) > 1);

    /// <summary>Unexplored ways that workers hand to each other.</summary>
    public SharedWays Shared { get; } = new(Worker.WorkersOf(options));

    /// <summary>Returns the number of the next schedule, from 1. For workers that share all ways.</summary>
    public int Next() => Interlocked.Increment(ref _begunSchedules);


    /// <summary>
    /// Whether a schedule is still to be run. Schedules before the first failing one are, so that the same failure is found however fast
    /// each worker is.
    /// </summary>
    public bool Wants(int schedule) =>
        schedule <= options.Schedules && schedule < Volatile.Read(ref _failed) && !(options.Time is { } limit && Stopwatch.GetElapsedTime(begun) >= limit);

    /// <summary>Records that a schedule failed.</summary>
    public void Fail(int schedule)
    {
        int seen;
        while (schedule < (seen = Volatile.Read(ref _failed)) && Interlocked.CompareExchange(ref _failed, schedule, seen) != seen)
        {
        }
    }

    /// <summary>Counts a schedule, and reports the progress about once per second.</summary>
    /// <param name="steps">Number of steps of the schedule.</param>
    /// <param name="tells">True for the worker that reports.</param>
    public void Count(int steps, bool tells)
    {
        if (options.Progress is null)
        {
            return;
        }

        var (schedules, all) = (Interlocked.Increment(ref _schedules), Interlocked.Add(ref _steps, steps));
        if (tells && Stopwatch.GetElapsedTime(begun) is var elapsed && elapsed - _told >= Pause)
        {
            _told = elapsed;
            options.Progress.Report(new ExploreProgress(schedules, all, elapsed));
        }
    }
}
