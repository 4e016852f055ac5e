using System.Collections.Immutable;
using System.Diagnostics;
using FsmKit.Analyzers;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Benchmarks;

/// <summary>Measures the analyzers: in a build, and in an editor after a keystroke in a gclass, whose file alone is analyzed.</summary>
internal static class AnalyzerTimes
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(GClassAnalyzer).Assembly.GetTypes().Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly CompilationWithAnalyzersOptions Options =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true);

    private static readonly CompilationWithAnalyzersOptions OneThread =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);

    public static async Task PrintAsync(CSharpCompilation compilation, int repetitions)
    {
        GeneratorRun.Driver(trackSteps: false).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        compilation = (CSharpCompilation)output;
        Console.WriteLine($"| {"Analyzers, of that the rules",-44} | {"ms",7} | {"rules",7} |");
        Console.WriteLine($"|{new string('-', 46)}|--------:|--------:|");
        var build = new List<Times>();
        var alone = new List<Times>();
        var typed = new List<Times>();
        for (var i = 0; i <= repetitions; i++)
        {
            var tree = compilation.SyntaxTrees[Gclasses.First];
            var text = Gclasses.GClassWith(new string(' ', i));
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, tree.FilePath));
            var file = compilation.GetSemanticModel(compilation.SyntaxTrees[Gclasses.First]);
            typed.Add(await TimeAsync(compilation, analysis => analysis.GetAnalyzerSemanticDiagnosticsAsync(file, filterSpan: null, CancellationToken.None)));
            if (i % 4 == 0)
            {
                build.Add(await TimeAsync(compilation.Clone(), static analysis => analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None)));
                alone.Add(await TimeAsync(compilation.WithOptions(compilation.Options.WithConcurrentBuild(false)), static analysis => analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None), isConcurrent: false));
            }
        }

        await PrintAddedAsync(compilation);
        Print("a build in one thread: the rules alone", alone);
        Print("a build, waits for the compiler included", build);
        Print("a blank in an action of one gclass, its file", typed);
    }

    /// <summary>By how much a build takes longer: what the compiler finds out for itself, as what attributes say, costs nothing more.</summary>
    private static async Task PrintAddedAsync(Compilation compilation)
    {
        var (without, with) = (new List<double>(), new List<double>());
        for (var i = 0; i < 6; i++)
        {
            without.Add(await CpuAsync(compilation.Clone(), static fresh => Task.Run(() => fresh.GetDiagnostics())));
            with.Add(await CpuAsync(compilation.Clone(), static fresh => new CompilationWithAnalyzers(fresh, Analyzers, Options).GetAllDiagnosticsAsync(CancellationToken.None)));
        }

        Console.WriteLine($"| {"what they add to a build, CPU",-44} | {"",7} | {with.Skip(1).Min() - without.Skip(1).Min(),7:F1} |");
        Console.WriteLine($"| - of all with them {with.Skip(1).Min():F1}, without {without.Skip(1).Min():F1}");
    }

    private static async Task<double> CpuAsync(Compilation compilation, Func<Compilation, Task> run)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await run(compilation);
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    private static async Task<Times> TimeAsync(Compilation compilation, Func<CompilationWithAnalyzers, Task<ImmutableArray<Diagnostic>>> analyze, bool isConcurrent = true)
    {
        var analysis = new CompilationWithAnalyzers(compilation, Analyzers, isConcurrent ? Options : OneThread);
        var start = Stopwatch.GetTimestamp();
        var found = await analyze(analysis);
        var all = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var rules = new Dictionary<string, double>();
        foreach (var analyzer in Analyzers)
        {
            rules[analyzer.GetType().Name] = (await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime.TotalMilliseconds;
        }

        return found.Any(static one => one.Id == "AD0001") ? throw new InvalidOperationException(string.Join("\n", found)) : new Times(all, rules);
    }

    /// <summary>The middle, without the first one, which compiles code of Roslyn's; below it the analyzers that took most.</summary>
    private static void Print(string what, List<Times> times)
    {
        var counted = times.Skip(1).ToList();
        Console.WriteLine($"| {what,-44} | {Middle(counted, static one => one.All),7:F1} | {Middle(counted, static one => one.Rules.Values.Sum()),7:F1} |");
        foreach (var (name, time) in Analyzers.Select(analyzer => analyzer.GetType().Name).Select(name => (name, Middle(counted, one => one.Rules[name]))).OrderByDescending(static one => one.Item2).Take(4))
        {
            Console.WriteLine($"| - {name,-42} | {"",7} | {time,7:F1} |");
        }
    }

    private static double Middle(List<Times> times, Func<Times, double> of) => times.Select(of).Order().ElementAt(times.Count / 2);

    /// <summary>Milliseconds: of all, and of each analyzer.</summary>
    private sealed record Times(double All, Dictionary<string, double> Rules);
}
