using System.Diagnostics;
using FsmKit.Benchmarks;
using FsmKit.Generators;
using FsmKit.Generators.Emitting;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

const int Repetitions = 20;

var read = 0;
var generator = new GClassGenerator(
    (gclass, compilation, cancellation) =>
    {
        read++;
        return GClassGenerator.Read(gclass, compilation, cancellation);
    },
    MachineEmitter.Emit);
var compilation = TestCompilation.Create(Gclasses.Files());
GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);

Console.WriteLine($"{Gclasses.Count} gclasses; {Repetitions} repetitions: the middle of the times, the most memory\n");
Console.WriteLine($"| {"After",-44} | {"read again",10} | {"ms",7} | {"MB",7} |");
Console.WriteLine($"|{new string('-', 46)}|-----------:|--------:|--------:|");
Line("the first run", 1, static _ => null);
Line("a statement in a body elsewhere", Repetitions, static n => (Gclasses.Edited, Gclasses.Typing($"_n += {n};")));
Line("a comment elsewhere", Repetitions, static n => (Gclasses.Edited, Gclasses.Typing($"// Comment {n}.")));
Line("a member elsewhere", Repetitions, static n => (Gclasses.Edited, Gclasses.Typing("", $"public void Typed{n}() {{ }}")));
Line("a blank in an action of one gclass", Repetitions, static n => (Gclasses.First, Gclasses.GClassWith(new string(' ', n))));
Line("a type elsewhere", Repetitions, static n => (Gclasses.Edited, Gclasses.Typing("") + $"\npublic sealed class Typed{n};"));

Console.WriteLine();
await AnalyzerTimes.PrintAsync(TestCompilation.Create(Gclasses.Files()), Repetitions);

void Line(string after, int repetitions, Func<int, (int File, string Text)?> edit)
{
    // One more than is counted, because the first one of a kind compiles code of Roslyn's.
    var times = new List<(double Ms, double Mb)>();
    for (var i = repetitions == 1 ? 1 : 0; i <= repetitions; i++)
    {
        if (edit(i) is var (file, text))
        {
            var tree = compilation.SyntaxTrees[file];
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, tree.FilePath));
        }

        read = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        times.Add((time, (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6));
    }

    var counted = times.Skip(repetitions == 1 ? 0 : 1).ToList();
    var middle = counted.Select(static one => one.Ms).Order().ElementAt(counted.Count / 2);
    Console.WriteLine($"| {after,-44} | {read,10} | {middle,7:F1} | {counted.Max(static one => one.Mb),7:F2} |");
}
