using System.Collections.Concurrent;
using System.Globalization;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Mutants.Exploring;

/// <summary>Puts each planted fault into its library, and counts which of them the scenario that it is for finds.</summary>
internal static class PlantMode
{
    /// <summary>Explores each fault for so many seconds.</summary>
    /// <param name="seconds">The time for each fault.</param>
    /// <param name="asked">A part of the names of the scenarios.</param>
    /// <returns>0 when all are found.</returns>
    public static async Task<int> RunAsync(int seconds, string asked)
    {
        var products = new ConcurrentDictionary<string, Lazy<(Subject Subject, Product Product)>>();
        var stages = new ConcurrentBag<Stage>(Enumerable.Range(0, Environment.ProcessorCount).Select(static _ => new Stage()));
        var planted = Planted.All.Where(one => one.Scenario.Contains(asked, StringComparison.Ordinal)).ToList();
        var found = 0;
        Console.WriteLine("| Scenario | Fault | Found by | s |\n|---|---|---|---:|");
        await Parallel.ForEachAsync(planted, new ParallelOptions { MaxDegreeOfParallelism = stages.Count }, async (one, _) =>
        {
            var (subject, product) = products.GetOrAdd(one.GClass, gclass => new(() => Open(gclass))).Value;
            stages.TryTake(out var stage);
            var explored = await stage!.RunAsync(product.Name, Plant(subject, product, one), seconds, one.Scenario);
            stages.Add(stage);
            Interlocked.Add(ref found, explored.How == Finding.Survives ? 0 : 1);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {one.Scenario} | {one.What} | {explored.How} {explored.Scenario} | {explored.Seconds:F1} |"));
        });
        Console.WriteLine($"\n{found} of {planted.Count}");
        foreach (var stage in stages)
        {
            stage.Dispose();
        }

        return found == planted.Count ? 0 : 1;
    }

    private static (Subject Subject, Product Product) Open(string gclass)
    {
        var folder = gclass switch
        {
            "GSocketService" => "src/FsmKit.Net.Listening",
            "GHttpCliSrv" => "src/FsmKit.Http",
            _ => "src/FsmKit.Net",
        };
        var subject = Subject.Of(folder, gclass).Single();
        return (subject, new Product(subject));
    }

    private static byte[] Plant(Subject subject, Product product, Planted planted)
    {
        var tree = subject.Project.SyntaxTrees.Single(tree => Path.GetFileName(tree.FilePath) == planted.File);
        var parts = tree.GetText().ToString().Split(planted.Before);
        return parts.Length == 2
            ? product.Compile(tree, CSharpSyntaxTree.ParseText(string.Join(planted.After, parts), TestCompilation.ParseOptions, tree.FilePath))
                ?? throw new InvalidOperationException($"{planted.File} does not compile: {planted.What}.")
            : throw new InvalidOperationException($"{planted.File} has {parts.Length - 1} places for: {planted.What}.");
    }
}
