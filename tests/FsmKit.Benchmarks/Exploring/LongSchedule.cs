using System.Globalization;
using FsmKit.Testing;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Prints the managed memory that one long schedule takes, its choices recorded.</summary>
internal static class LongSchedule
{
    private const int Look = 10; // Milliseconds between two looks at the heap.

    public static void Print(int events)
    {
        Run(1_000);
        foreach (var count in new[] { events / 4, events / 2, events })
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var (found, peak) = Watch(() => Run(count));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{found.Steps,10} events in one schedule: {found.Elapsed.TotalSeconds:F1} s, heap {before / 1e6:F1} MB before, {peak / 1e6:F1} MB at most, {(double)(peak - before) / found.Steps:F1} bytes per event"));
        }
    }

    /// <summary>Prints the steps per second of one schedule with sockets in memory.</summary>
    public static void PrintNetwork(int messages)
    {
        for (var round = 0; round < 3; round++)
        {
            var found = Explore.Run(world => Echoes.SetUp(world, messages), new ExploreOptions { Schedules = 1, MaxSteps = int.MaxValue, Strategy = Strategy.Random });
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{found.Steps,10} steps of an echo over the network in memory: {found.Elapsed.TotalSeconds:F1} s, {found.Steps / found.Elapsed.TotalSeconds:N0} steps/s"));
        }
    }

    private static Exploration Run(int events) => Explore.Run(
        world => PingPong.SetUp(world, events),
        new ExploreOptions { Schedules = 1, MaxSteps = int.MaxValue, Strategy = Strategy.Random });

    private static (Exploration Found, long Peak) Watch(Func<Exploration> run)
    {
        var (peak, isOver) = (0L, false);
        var watch = new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                Thread.Sleep(Look);
            }
        });
        watch.Start();
        var found = run();
        Volatile.Write(ref isOver, true);
        watch.Join();
        return (found, peak);
    }
}
