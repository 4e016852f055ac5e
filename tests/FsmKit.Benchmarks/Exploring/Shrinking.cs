using System.Diagnostics;
using System.Globalization;
using FsmKit.Testing;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Prints how many events are left of the schedules that find each known bug, and how long shrinking takes.</summary>
internal static class Shrinking
{
    private const int Budget = 100_000;

    public static void Print(int seeds, string asked, int budget)
    {
        Console.WriteLine($"{"system",-16} {"bug",-17} {"default seed",12} {"least",6} {"median",6} {"most",6}   {"ms: median",10} {"most",6}");
        foreach (var bug in KnownBug.All.Where(bug => $"{bug.System} {bug.Bug}".Contains(asked, StringComparison.Ordinal)))
        {
            var first = Shrink(bug, new ExploreOptions { Schedules = Budget, ShrinkBudget = budget });
            var all = Enumerable.Range(1, seeds).Select(seed => Shrink(bug, new ExploreOptions { Schedules = Budget, Seed = (ulong)seed, ShrinkBudget = budget })).ToList();
            var events = all.Select(static one => one.Events).Order().ToList();
            var times = all.Select(static one => one.Milliseconds).Order().ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{bug.System,-16} {bug.Bug,-17} {first.Events,12} {events[0],6} {events[events.Count / 2],6} {events[^1],6}   {times[times.Count / 2],10:F0} {times[^1],6:F0}"));
        }
    }

    private static (int Events, double Milliseconds) Shrink(KnownBug bug, ExploreOptions options)
    {
        var begun = Stopwatch.GetTimestamp();
        var found = Explore.Find(bug.SetUp, options);
        return (found.Failure?.Trace.Steps.Count ?? 0, (Stopwatch.GetElapsedTime(begun) - found.Elapsed).TotalMilliseconds);
    }
}
