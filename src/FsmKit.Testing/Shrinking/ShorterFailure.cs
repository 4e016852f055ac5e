using System.Diagnostics;
using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Shrinking;

/// <summary>
/// Shortens a failure: shrinks its choices and its steps, then searches for shorter schedules that fail in the same way. Shrinking ends where
/// no single change helps, and another schedule often ends at a shorter one.
/// </summary>
/// <param name="run">
/// Runs a schedule of at most this many steps. Returns the number of steps when it fails in the same way, otherwise null.
/// </param>
/// <param name="options">The budget and the seed.</param>
internal sealed class ShorterFailure(Func<ChoiceRecord, int, int?> run, ExploreOptions options)
{
    private const int Share = 4;
    private readonly long _begun = Stopwatch.GetTimestamp();

    private bool HasTime => Stopwatch.GetElapsedTime(_begun) < options.ShrinkTime;

    public Choices Shrink(Choices choices, int steps)
    {
        var best = Shrink(new FailingSchedule(new Choices([.. choices.Picks], [.. choices.Values]), steps), options.ShrinkBudget);
        var chooser = Choosers.Make(options with { Strategy = Strategy.Portfolio }, Dice.Derive(options.Seed, -1));
        var dice = new Dice(Dice.Derive(options.Seed, -2));
        var plan = PlanOf(best);
        for (var left = options.ShrinkBudget; left > 0 && best.Steps > 1 && HasTime; left--)
        {
            // A failure that comes sooner often begins in the same way.
            var another = left % 2 == 0 ? chooser : new PlannedWalk(plan[..dice.Next(plan.Count)], chooser);
            var found = new Attempts(run, budget: 1).Run(another, best.Steps - 1);
            chooser.End();
            if (found is { } sooner)
            {
                best = Shrink(sooner, options.ShrinkBudget / Share);
                plan = PlanOf(best);
                left -= options.ShrinkBudget / Share;
            }
        }

        return best.Choices;
    }

    private FailingSchedule Shrink(FailingSchedule schedule, int budget)
    {
        var attempts = new Attempts((taken, most) => HasTime ? run(taken, most) : null, budget);
        var (best, before) = (schedule, int.MaxValue);
        while (best.Steps < before && attempts.Left > 0)
        {
            before = best.Steps;
            best = new Shrinker(attempts).Shrink(best);
            best = new StepShrinker(attempts).Shrink(best);
        }

        return best;
    }

    /// <summary>Repeats a failure and returns its steps.</summary>
    private List<PlannedStep> PlanOf(FailingSchedule failing)
    {
        var log = new StepLog(new Repetition(failing.Choices));
        run(new ChoiceRecord(log), failing.Steps + 1);
        return log.Plan;
    }
}
