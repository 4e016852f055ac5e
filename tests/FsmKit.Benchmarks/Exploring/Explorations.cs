using System.Globalization;
using FsmKit.Testing;
using FsmKit.Testing.Tests.Systems.Commit;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Prints how many schedules and steps an exploration runs per second: the choices are recorded, nothing is traced.</summary>
internal static class Explorations
{
    public static void Print(int schedules)
    {
        foreach (var (name, setUp, each) in new (string, Action<World>, int)[] { ("two-phase commit", Commit, 1), ("ping-pong of 10,000", static world => PingPong.SetUp(world, 10_000), 300) })
        {
            Explore.Run(setUp, new ExploreOptions { Schedules = Math.Max(1, schedules / each / 10), MaxSteps = int.MaxValue });
            var found = Explore.Run(setUp, new ExploreOptions { Schedules = Math.Max(1, schedules / each), MaxSteps = int.MaxValue });
            var seconds = found.Elapsed.TotalSeconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-20} {found.Schedules,8} schedules, {found.Steps,10} steps: {found.Schedules / seconds,8:F0} schedules/s, {found.Steps / seconds / 1e6:F2} M steps/s, {seconds * 1e9 / found.Steps:F0} ns each"));
        }
    }

    private static void Commit(World world)
    {
        var coordinator = world.Loop("coordinator").Create<Coordinator>("coordinator");
        coordinator.Participants = [.. Enumerable.Range(1, 3).Select(i => world.Loop($"participant{i}").Create<Participant>($"participant{i}", x => x.Coordinator = coordinator))];
        for (var i = 1; i <= 2; i++)
        {
            var value = i;
            world.Loop($"client{i}").Create<Client>($"client{i}", x => (x.Coordinator, x.World, x.Value, x.Key) = (coordinator, world, value, $"x{value}"));
        }
    }
}
