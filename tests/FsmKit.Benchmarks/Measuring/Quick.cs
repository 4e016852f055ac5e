using System.Diagnostics;

namespace FsmKit.Benchmarks;

/// <summary>
/// Measures in seconds instead of minutes. The contenders take turns, round by round, so that other load of the computer meets all of them
/// alike. The minimum is the figure; the median shows how steady the figure was.
/// </summary>
public static class Quick
{
    private const int MicrosecondsPerTurn = 4_000;

    public static void Run(string only, int rounds) =>
        Run(Groups.All().Where(group => group.Title.Contains(only, StringComparison.OrdinalIgnoreCase)), rounds);

    public static void Run(IEnumerable<Group> groups, int rounds)
    {
        Console.WriteLine($"| {"",-26} | ns/op min | median | ratio | B/op |");
        foreach (var group in groups)
        {
            Console.WriteLine($"| **{group.Title}**");
            Print(group, Measure(group, rounds));
        }
    }

    private static List<(double[] Nanoseconds, long Bytes)> Measure(Group group, int rounds)
    {
        var repeats = group.Contenders.Select(static contender => WarmUp(contender.Run)).ToArray();
        var results = group.Contenders.Select(_ => (Nanoseconds: new double[rounds], Bytes: 0L)).ToList();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < results.Count; turn++)
            {
                var i = (turn + round) % results.Count;
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                for (var repeat = 0; repeat < repeats[i]; repeat++)
                {
                    group.Contenders[i].Run();
                }

                var elapsed = Stopwatch.GetElapsedTime(start);
                results[i].Nanoseconds[round] = elapsed.TotalNanoseconds / repeats[i] / group.Operations;
                results[i] = (results[i].Nanoseconds, results[i].Bytes + GC.GetAllocatedBytesForCurrentThread() - before);
            }
        }

        return [.. results.Select((result, i) => (result.Nanoseconds, result.Bytes / rounds / repeats[i] / group.Operations))];
    }

    /// <summary>Until the JIT has nothing left to do better; then how many runs fill a turn.</summary>
    private static int WarmUp(Action run)
    {
        for (var pause = 0; pause < 5; pause++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < 12 || Stopwatch.GetElapsedTime(start).TotalMilliseconds < 60; i++)
            {
                run();
            }

            // The JIT compiles the next tier only after a tenth of a second without new methods.
            Thread.Sleep(150);
        }

        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            var elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }

        return Math.Max(1, (int)(MicrosecondsPerTurn / best.TotalMicroseconds));
    }

    private static void Print(Group group, List<(double[] Nanoseconds, long Bytes)> results)
    {
        var reference = group.Contenders.Zip(results)
            .Where(pair => pair.First.Name.StartsWith(group.Reference, StringComparison.Ordinal)).Min(static pair => pair.Second.Nanoseconds.Min());
        foreach (var (contender, (nanoseconds, bytes)) in group.Contenders.Zip(results))
        {
            Array.Sort(nanoseconds);
            var ratio = nanoseconds[0] / reference;
            Console.WriteLine(
                $"| {contender.Name,-26} | {nanoseconds[0],9:F2} | {nanoseconds[nanoseconds.Length / 2],6:F2} | {ratio,5:F2} | {bytes,4} |");
        }
    }
}
