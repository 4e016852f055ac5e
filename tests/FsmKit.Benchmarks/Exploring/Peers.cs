using System.Globalization;
using FsmKit.Testing;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Prints the effort to find each known bug by default, over many seeds, and the speed on the correct systems.</summary>
internal static class Peers
{
    private const int Budget = 100_000;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(2);

    public static void Print(int seeds, Strategy strategy)
    {
        Console.WriteLine($"{"system",-16} {"bug",-11} {"schedules: median",17} {"p95",6} {"max",6}   {"ms: median",10} {"p95",6}   {"shrunk",6}");
        foreach (var bug in KnownBug.OfPeers)
        {
            Explore.Find(bug.SetUp, new ExploreOptions { Schedules = Budget, Strategy = strategy }); // So that the compiler of the runtime is done.
            PrintFound(bug, [.. Enumerable.Range(1, seeds).Select(seed => Explore.Find(bug.SetUp, new ExploreOptions { Schedules = Budget, Seed = (ulong)seed, Strategy = strategy }))]);
        }

        Console.WriteLine($"\n{"per CPU second",-16} {"schedules",11} {"steps",12} {"each",7}");
        foreach (var system in CorrectSystem.OfPeers)
        {
            PrintSpeed(system, strategy);
        }
    }

    private static void PrintFound(KnownBug bug, IReadOnlyList<Exploration> found)
    {
        var schedules = found.Select(static one => (double)(one.Failure is null ? int.MaxValue : one.Schedules)).Order().ToList();
        var times = found.Select(static one => one.Elapsed.TotalMilliseconds).Order().ToList();
        var lengths = found.Select(static one => (double)(one.Failure?.Trace.Steps.Count ?? 0)).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{bug.System,-16} {bug.Bug,-11} {At(schedules, 0.5),17} {At(schedules, 0.95),6} {schedules[^1],6}   {At(times, 0.5),10:F2} {At(times, 0.95),6:F2}   {At(lengths, 0.5),6}"));
    }

    private static void PrintSpeed(CorrectSystem system, Strategy strategy)
    {
        Explore.Run(system.SetUp, new ExploreOptions { Schedules = int.MaxValue, Time = Measured / 4, Strategy = strategy });
        var begun = Environment.CpuUsage.TotalTime;
        var ran = Explore.Run(system.SetUp, new ExploreOptions { Schedules = int.MaxValue, Time = Measured, Strategy = strategy });
        var seconds = (Environment.CpuUsage.TotalTime - begun).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{system.Name,-16} {ran.Schedules / seconds,11:F0} {ran.Steps / seconds,12:F0} {(double)ran.Steps / ran.Schedules,7:F1}"));
    }

    /// <summary>Returns the value that a part of the sorted values does not exceed.</summary>
    public static double At(List<double> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
}
