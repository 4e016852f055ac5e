using System.Globalization;
using FsmKit.Testing;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Prints how many schedules, and how long, it takes to find each known bug by default, over many seeds.</summary>
internal static class Finding
{
    private const int Budget = 1_000_000;

    public static void Print(int seeds, string asked)
    {
        Console.WriteLine($"{"system",-16} {"bug",-17} {"schedules: median",17} {"p95",8} {"max",8}   {"ms: median",10} {"p95",8} {"max",8}");
        foreach (var bug in KnownBug.All.Where(bug => $"{bug.System} {bug.Bug}".Contains(asked, StringComparison.Ordinal)))
        {
            var found = Enumerable.Range(1, seeds).Select(seed => Explore.Find(bug.SetUp, new ExploreOptions { Schedules = Budget, Seed = (ulong)seed, ShrinkBudget = 0 })).ToList();
            var schedules = found.Select(static one => (double)(one.Failure is null ? int.MaxValue : one.Schedules)).Order().ToList();
            var times = found.Select(static one => one.Elapsed.TotalMilliseconds).Order().ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{bug.System,-16} {bug.Bug,-17} {Peers.At(schedules, 0.5),17} {Peers.At(schedules, 0.95),8} {schedules[^1],8}   {Peers.At(times, 0.5),10:F2} {Peers.At(times, 0.95),8:F2} {times[^1],8:F2}"));
        }
    }
}
