using System.Globalization;
using FsmKit.Testing;
using FsmKit.Testing.Tests.Systems.Commit;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Prints the schedules and steps that an exploration runs per second. Choices are recorded, and nothing is traced.</summary>
internal static class Explorations
{
    public static void Print(int schedules)
    {
        foreach (var (name, setUp, each) in new (string, Action<World>, int)[] { ("two-phase commit", static world => CommitSystem.SetUp(world, clients: 2, sharesKey: false), 1), ("ping-pong of 10,000", static world => PingPong.SetUp(world, 10_000), 300) })
        {
            Explore.Run(setUp, new ExploreOptions { Schedules = Math.Max(1, schedules / each / 10), MaxSteps = int.MaxValue });
            var found = Explore.Run(setUp, new ExploreOptions { Schedules = Math.Max(1, schedules / each), MaxSteps = int.MaxValue });
            var seconds = found.Elapsed.TotalSeconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-20} {found.Schedules,8} schedules, {found.Steps,10} steps: {found.Schedules / seconds,8:F0} schedules/s, {found.Steps / seconds / 1e6:F2} M steps/s, {seconds * 1e9 / found.Steps:F0} ns each"));
        }
    }
}
