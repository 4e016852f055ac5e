using System.Diagnostics;
using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Worlds;

/// <summary>What the workers of one exploration share: how far they are, and the first schedule that failed.</summary>
internal sealed class Search(ExploreOptions options, long begun)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private long _schedules;
    private long _steps;
    private int _begunSchedules;
    private int _failed = int.MaxValue;
    private TimeSpan _told;

    /// <summary>The states that were met, of a strategy that asks for them.</summary>
    public SeenStates Seen { get; } = new(isShared: Worker.WorkersOf(options) > 1);

    /// <summary>What its workers leave to each other.</summary>
    public SharedWays Shared { get; } = new(Worker.WorkersOf(options));

    /// <summary>The number of the next schedule, from 1, of workers that take what is left.</summary>
    public int Next() => Interlocked.Increment(ref _begunSchedules);


    /// <summary>Whether a schedule is still to be run. Those before the first one that failed are, so that the same one is found however fast each worker is.</summary>
    public bool Wants(int schedule) =>
        schedule <= options.Schedules && schedule < Volatile.Read(ref _failed) && !(options.Time is { } limit && Stopwatch.GetElapsedTime(begun) >= limit);

    /// <summary>A schedule has failed.</summary>
    public void Fail(int schedule)
    {
        int seen;
        while (schedule < (seen = Volatile.Read(ref _failed)) && Interlocked.CompareExchange(ref _failed, schedule, seen) != seen)
        {
        }
    }

    /// <summary>Counts a schedule, and tells the progress about once in a second.</summary>
    /// <param name="steps">How many steps the schedule had.</param>
    /// <param name="tells">Whether this worker is the one that tells.</param>
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
