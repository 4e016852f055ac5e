using System.Globalization;
using FsmKit.Testing;
using FsmKit.Testing.Tests.Systems.Espresso;
using FsmKit.Testing.Tests.Systems.Peterson;
using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Prints how many states a search visits per second, beside the ways that there are.</summary>
internal static class EveryState
{
    public static void Print()
    {
        foreach (var (name, setUp) in new (string, Action<World>)[]
        {
            ("Peterson", static world => PetersonSystem.SetUp(world)),
            ("espresso", static world => EspressoSystem.SetUp(world)),
            ("six loops with five events", static world => Independent(world, 6, 5)),
        })
        {
            var states = Find(setUp, Strategy.States);
            var ways = Find(setUp, Strategy.Exhaustive);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-28} {states.States,8} states in {states.Elapsed.TotalSeconds:F2} s ({states.States / states.Elapsed.TotalSeconds:F0}/s), {states.Schedules} schedules; {ways.Schedules} ways in {ways.Elapsed.TotalSeconds:F2} s{(ways.IsComplete ? "" : ", not all")}"));
        }
    }

    private static Exploration Find(Action<World> setUp, Strategy strategy) => Explore.Run(setUp, new ExploreOptions { Strategy = strategy, Schedules = 1_000_000, Time = TimeSpan.FromMinutes(1) });

    private static void Independent(World world, int loops, int each)
    {
        for (var i = 0; i < loops; i++)
        {
            var worker = world.Loop($"{i}").Create<Worker>();
            for (var number = 0; number < each; number++)
            {
                worker.Post(new EvDo(number));
            }
        }
    }
}
