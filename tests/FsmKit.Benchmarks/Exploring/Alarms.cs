using System.Globalization;
using FsmKit.Testing;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Explores each correct system in many schedules, and prints the number of failures: each one is a false alarm.</summary>
internal static class Alarms
{
    private const int Slice = 10_000;

    public static int Print(int schedules, int secondsEach, string asked)
    {
        var total = 0;
        foreach (var system in CorrectSystem.All.Where(system => system.Name.Contains(asked, StringComparison.Ordinal)))
        {
            total += Print(system, schedules, TimeSpan.FromSeconds(secondsEach));
        }

        return total == 0 ? 0 : 1;
    }

    /// <summary>Explores in slices with a seed each, so that an alarm ends a slice and no more.</summary>
    private static int Print(CorrectSystem system, int schedules, TimeSpan limit)
    {
        var (ran, steps, cutOff, alarms, seed) = (0L, 0L, 0L, 0, 0UL);
        var elapsed = TimeSpan.Zero;
        while (ran < schedules && elapsed < limit)
        {
            var found = Explore.Find(system.SetUp, new ExploreOptions { Schedules = (int)Math.Min(Slice, schedules - ran), Seed = ++seed });
            (ran, steps, cutOff, elapsed) = (ran + found.Schedules, steps + found.Steps, cutOff + found.CutOff, elapsed + found.Elapsed);
            if (found.Failure is { } failure)
            {
                alarms++;
                Console.WriteLine($"{system.Name}, seed {seed}: {failure}");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{system.Name,-16} {ran,9} schedules, {elapsed.TotalSeconds,6:F1} s, {steps / elapsed.TotalSeconds / 1e6,5:F2} M steps/s, {cutOff} cut off, {alarms} alarms"));
        return alarms;
    }
}
