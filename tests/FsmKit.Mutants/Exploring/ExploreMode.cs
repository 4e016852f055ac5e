using System.Collections.Concurrent;
using System.Globalization;

namespace FsmKit.Mutants.Exploring;

/// <summary>Puts mutants of the libraries' own gclasses into the simulations, and counts which of them an exploration finds, without rules, tables or other tests.</summary>
internal static class ExploreMode
{
    /// <summary>Explores so many mutants of each gclass, each for so long.</summary>
    /// <param name="count">Number of mutants of a gclass.</param>
    /// <param name="seconds">The time for each mutant, in seconds.</param>
    /// <param name="asked">The only gclass; empty for all.</param>
    /// <returns>0 when the unharmed libraries pass.</returns>
    public static async Task<int> RunAsync(int count, int seconds, string asked)
    {
        List<Subject> subjects =
        [
            .. Subject.Of("src/FsmKit", "GTimer"),
            .. Subject.Of("src/FsmKit.Net", "GServerSock", "GSock", "GConnex"),
            .. Subject.Of("src/FsmKit.Net.Listening", "GSocketService"),
            .. Subject.Of("src/FsmKit.Http", "GHttpCliSrv", "GHttpServer"),
        ];
        var stages = new ConcurrentBag<Stage>(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Stage()));
        var rates = new List<(string GClass, int Found, int All)>();
        Console.WriteLine("| GClass | Mutant | Found by | s |\n|---|---|---|---:|");
        foreach (var subject in subjects.Where(subject => asked.Length == 0 || subject.GClass == asked))
        {
            var product = new Product(subject);
            var unharmed = await WithStageAsync(stages, stage => stage.RunAsync(product.Name, product.Compile(null)!, seconds));
            if (unharmed.How != Finding.Survives)
            {
                Console.WriteLine($"The unharmed {product.Name}: {unharmed}");
                return 1;
            }

            var found = 0;
            var mutants = Choice.Of(subject, product, count).ToList();
            await Parallel.ForEachAsync(mutants, async (one, _) =>
            {
                var explored = await WithStageAsync(stages, stage => FindAsync(stage, product.Name, one.Library, seconds));
                Interlocked.Add(ref found, explored.How == Finding.Survives ? 0 : 1);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"| {subject.GClass} | {one.Mutant.Kind}: {one.Mutant.What.ReplaceLineEndings(" ")} | {explored.How} {explored.Scenario} | {explored.Seconds:F1} |"));
            });
            rates.Add((subject.GClass, found, mutants.Count));
        }

        rates.Add(("all", rates.Sum(static rate => rate.Found), rates.Sum(static rate => rate.All)));
        Console.WriteLine("\n" + string.Join("\n", rates.Select(static rate => string.Create(CultureInfo.InvariantCulture, $"{rate.GClass}: {rate.Found} of {rate.All}, {100.0 * rate.Found / rate.All:F0} %"))));
        foreach (var stage in stages)
        {
            stage.Dispose();
        }

        return 0;
    }

    /// <summary>Takes a short look at all scenarios first: most mutants fail one of them in its first schedules, whichever it is.</summary>
    private static async Task<Explored> FindAsync(Stage stage, string library, byte[] image, int seconds)
    {
        var first = await stage.RunAsync(library, image, Math.Max(1, seconds / 6));
        if (first.How != Finding.Survives)
        {
            return first;
        }

        var second = await stage.RunAsync(library, image, seconds);
        return second with { Seconds = first.Seconds + second.Seconds };
    }

    private static async Task<Explored> WithStageAsync(ConcurrentBag<Stage> stages, Func<Stage, Task<Explored>> run)
    {
        stages.TryTake(out var stage);
        try
        {
            return await run(stage!);
        }
        finally
        {
            stages.Add(stage!);
        }
    }
}
