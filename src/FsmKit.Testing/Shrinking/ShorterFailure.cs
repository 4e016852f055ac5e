using System.Diagnostics;
using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Shrinking;

/// <summary>
/// Shortens a failure: shrinks its choices and its steps, then searches for shorter schedules that fail in the same way, and shrinks other failures. Shrinking ends where
/// no single change helps, and another schedule often ends at a shorter one.
/// </summary>
/// <param name="run">
/// Runs a schedule of at most this many steps. Returns its length when it fails in the same way, otherwise null.
/// </param>
/// <param name="options">The budget and the seed.</param>
internal sealed class ShorterFailure(Func<ChoiceRecord, int, ScheduleLength?> run, ExploreOptions options)
{
    private const int Share = 4;
    private const int Short = 500; // Longer schedules take too long to be shrunk several times.
    private const int Others = 4; // So many other failures are shrunk,
    private const int Enough = 50; // of so many that are found.
    private const int Orders = 8; // So many further descents leave out steps in an order by chance.
    private static readonly Pass[] ChoicesFirst = [ShrinkChoices, ShrinkSteps];
    private static readonly Pass[] StepsFirst = [ShrinkSteps, ShrinkChoices];
    private readonly long _begun = Stopwatch.GetTimestamp();

    private delegate FailingSchedule Pass(FailingSchedule schedule, Attempts attempts);

    private bool HasTime => Stopwatch.GetElapsedTime(_begun) < options.ShrinkTime;

    public Choices Shrink(Choices choices, ScheduleLength length)
    {
        var first = new FailingSchedule(new Choices([.. choices.Picks], [.. choices.Values]), length);
        var best = TrySooner(Shrink(first, options.ShrinkBudget, ChoicesFirst));
        if (length.Steps <= Short)
        {
            var other = TrySooner(Shrink(first, options.ShrinkBudget, StepsFirst));
            best = TryOrders(TryOthers(other.IsSmallerThan(best) ? other : best, first), first);
        }

        return best.Choices;
    }

    /// <summary>Searches for schedules that fail sooner than the shortest one, and shrinks them.</summary>
    private FailingSchedule TrySooner(FailingSchedule best)
    {
        var chooser = Choosers.Make(options with { Strategy = Strategy.Portfolio }, Dice.Derive(options.Seed, -1));
        var dice = new Dice(Dice.Derive(options.Seed, -2));
        var plan = PlanOf(best);
        for (var left = options.ShrinkBudget; left > 0 && best.Length.Steps > 1 && HasTime; left--)
        {
            // A failure that comes sooner often begins in the same way.
            var another = left % 2 == 0 ? chooser : new PlannedWalk(plan[..dice.Next(plan.Count)], chooser);
            var found = new Attempts(run, budget: 1).Run(another, best.Length.Steps - 1);
            chooser.End();
            if (found is { } sooner)
            {
                sooner = Shrink(sooner, options.ShrinkBudget / Share, ChoicesFirst);
                best = sooner.IsSmallerThan(best) ? sooner : best;
                plan = PlanOf(best);
                left -= options.ShrinkBudget / Share;
            }
        }

        return best;
    }

    /// <summary>Shrinks some other failures, the shortest ones that are found: a descent from another place often ends lower.</summary>
    /// <param name="best">The shortest failure so far.</param>
    /// <param name="first">The failure that is shrunk. Half of the others begin as this one.</param>
    private FailingSchedule TryOthers(FailingSchedule best, FailingSchedule first)
    {
        var chooser = Choosers.Make(options with { Strategy = Strategy.Portfolio }, Dice.Derive(options.Seed, -3));
        var dice = new Dice(Dice.Derive(options.Seed, -4));
        var plan = PlanOf(first);
        var others = new List<FailingSchedule>();
        for (var left = options.ShrinkBudget * 2; left > 0 && others.Count < Enough && best.Length.Steps > 1 && HasTime; left--)
        {
            var another = left % 2 == 0 ? chooser : new PlannedWalk(plan[..dice.Next(plan.Count)], chooser);
            if (new Attempts(run, budget: 1).Run(another, first.Length.Steps) is { } other)
            {
                others.Add(other);
            }

            chooser.End();
        }

        foreach (var other in others.DistinctBy(static one => one.Length).OrderBy(static one => (one.Length.OfLoops, one.Length.Steps)).Take(Others))
        {
            var shrunk = Shrink(other, options.ShrinkBudget / 2, StepsFirst);
            best = shrunk.IsSmallerThan(best) ? shrunk : best;
        }

        return best;
    }

    /// <summary>Shrinks a failure again, and leaves out steps in other orders.</summary>
    private FailingSchedule TryOrders(FailingSchedule best, FailingSchedule first)
    {
        for (var i = 0; i < Orders; i++)
        {
            var seed = Dice.Derive(options.Seed, -5 - i);
            var shrunk = Shrink(first, options.ShrinkBudget / 2, [(schedule, attempts) => new StepShrinker(attempts, seed).Shrink(schedule), ShrinkChoices]);
            best = shrunk.IsSmallerThan(best) ? shrunk : best;
        }

        return best;
    }

    private static FailingSchedule ShrinkChoices(FailingSchedule schedule, Attempts attempts) => new Shrinker(attempts).Shrink(schedule);

    private static FailingSchedule ShrinkSteps(FailingSchedule schedule, Attempts attempts) => new StepShrinker(attempts).Shrink(schedule);

    /// <summary>Takes passes in turn as long as they help.</summary>
    /// <param name="schedule">The schedule to shrink.</param>
    /// <param name="budget">Maximum number of runs.</param>
    /// <param name="passes">The passes. Their order decides where the descent ends.</param>
    private FailingSchedule Shrink(FailingSchedule schedule, int budget, Pass[] passes)
    {
        var attempts = new Attempts((taken, most) => HasTime ? run(taken, most) : null, budget);
        var (best, before) = (schedule, default(ScheduleLength?));
        while (best.Length != before && attempts.Left > 0)
        {
            before = best.Length;
            foreach (var pass in passes)
            {
                best = pass(best, attempts);
            }
        }

        return best;
    }

    /// <summary>Repeats a failure and returns its steps.</summary>
    private List<PlannedStep> PlanOf(FailingSchedule failing)
    {
        var log = new StepLog(new Repetition(failing.Choices));
        run(new ChoiceRecord(log), failing.Length.Steps + 1);
        return log.Plan;
    }
}
