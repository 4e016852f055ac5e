using System.Diagnostics;
using System.Globalization;
using FsmKit.Testing;
using FsmKit.Testing.Tests.Systems.Espresso;
using FsmKit.Testing.Tests.Systems.Peterson;
using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Prints the number of states that a search visits per second, by one worker and by two.</summary>
internal static class EveryState
{
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    public static void Print(string part)
    {
        foreach (var (name, setUp) in new (string, Action<World>)[]
        {
            ("Peterson", static world => PetersonSystem.SetUp(world, looks: 6)),
            ("espresso", static world => EspressoSystem.SetUp(world, presses: 3)),
            ("six loops with five events", static world => Independent(world, 6, 5)),
        })
        {
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                Find(setUp, workers: 1);
                Print(name, Find(setUp, workers: 1), 1);
                Print(name, Find(setUp, workers: 2), 2);
            }
        }
    }

    private static void Print(string name, (Exploration Found, TimeSpan Cpu) ran, int workers)
    {
        var (found, cpu) = ran;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-28} {workers} {found.States,8} states in {found.Elapsed.TotalSeconds:F2} s ({found.States / found.Elapsed.TotalSeconds:F0}/s, {found.States / cpu.TotalSeconds:F0} per CPU second), {found.Schedules} schedules{(found.IsComplete ? "" : ", not all")}{(found.NewWorldsReason is { } why ? $", made anew: {why}" : "")}"));
    }

    /// <summary>Searches again and again for some seconds.</summary>
    /// <returns>The search that took the least CPU time: on a machine that others use too, the one that was disturbed least.</returns>
    private static (Exploration Found, TimeSpan Cpu) Find(Action<World> setUp, int workers)
    {
        (Exploration Found, TimeSpan Cpu)? best = null;
        for (var begun = Stopwatch.GetTimestamp(); best is null || Stopwatch.GetElapsedTime(begun) < Measured;)
        {
            var before = Environment.CpuUsage.TotalTime;
            var found = Explore.Run(setUp, new ExploreOptions { Strategy = Strategy.States, Schedules = 1_000_000, Time = TimeSpan.FromMinutes(1), Workers = workers });
            var cpu = Environment.CpuUsage.TotalTime - before;
            best = best is { } least && least.Cpu <= cpu ? best : (found, cpu);
        }

        return best.Value;
    }

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
