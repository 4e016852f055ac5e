using System.Globalization;
using FsmKit.Testing;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Prints the time and memory for a simulated hour of a hundred nodes that send heartbeats.</summary>
internal static class SimulatedHour
{
    public static void Print(int nodes)
    {
        var found = Explore.Run(world => Heartbeat.SetUp(world, nodes), new ExploreOptions { Schedules = 1, MaxSteps = int.MaxValue, MaxTime = TimeSpan.FromHours(1), Strategy = Strategy.Random });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"an hour of {nodes} nodes: {found.Elapsed.TotalSeconds:F1} s, {found.Steps} steps, {found.Elapsed.TotalMicroseconds / found.Steps:F2} us each, {Environment.WorkingSet / 1e6:F0} MB at the end"));
    }
}
