using System.Diagnostics;
using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Shrinking;

/// <summary>
/// Shortens a failure: shrinks its choices, then searches for shorter schedules that fail in the same way. Shrinking ends where no single
/// change helps, and another schedule often ends at a shorter one.
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
        var best = Shrink(choices, steps, options.ShrinkBudget);
        var chooser = Choosers.Make(options with { Strategy = Strategy.Portfolio }, Dice.Derive(options.Seed, -1));
        var taken = new ChoiceRecord(chooser);
        for (var left = options.ShrinkBudget; left > 0 && best.Steps > 1 && HasTime; left--)
        {
            var found = run(taken, best.Steps - 1);
            chooser.End();
            if (found is { } sooner)
            {
                best = Shrink(taken.Taken, sooner, options.ShrinkBudget / Share);
                left -= options.ShrinkBudget / Share;
            }
        }

        return best.Choices;
    }

    private (Choices Choices, int Steps) Shrink(Choices choices, int steps, int budget) =>
        new Shrinker(candidate => HasTime ? run(new ChoiceRecord(new Repetition(candidate)), options.MaxSteps) : null, budget).Shrink(new Choices([.. choices.Picks], [.. choices.Values]), steps);
}
