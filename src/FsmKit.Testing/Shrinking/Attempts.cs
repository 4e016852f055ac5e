using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Shrinking;

/// <summary>Runs candidates, as many as there are in a budget.</summary>
/// <param name="run">Runs a schedule of at most this many steps. Returns its length when it fails in the same way, otherwise null.</param>
/// <param name="budget">Maximum number of runs.</param>
internal sealed class Attempts(Func<ChoiceRecord, int, ScheduleLength?> run, int budget)
{
    /// <summary>Number of runs that remain.</summary>
    public int Left { get; private set; } = budget;

    /// <summary>Runs a schedule of at most so many steps. Returns null when it does not fail in the same way within them, or the budget is used up.</summary>
    public FailingSchedule? Run(Chooser chooser, int most)
    {
        if (Left-- <= 0)
        {
            return null;
        }

        // A failure of the end of a schedule is seen where a further step would begin.
        var taken = new ChoiceRecord(chooser);
        return run(taken, most + 1) is { } length && length.Steps <= most ? new FailingSchedule(new Choices([.. taken.Taken.Picks], [.. taken.Taken.Values]), length) : null;
    }
}
