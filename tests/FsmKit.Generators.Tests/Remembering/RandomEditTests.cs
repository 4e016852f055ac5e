using System.Globalization;
using FsmKit.Generators.Emitting;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace FsmKit.Generators.Tests.Remembering;

/// <summary>
/// Checks after each of many random edits that a generator with a memory and a fresh one have the same output. A failure names the seed and
/// the edit. <c>FSMKIT_SEED</c> runs one seed alone; <c>FSMKIT_SEEDS</c> sets the number of seeds.
/// </summary>
[Trait("Category", "Slow")]
public class RandomEditTests
{
    private const int Usual = 3;
    private const int Edits = 100;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void After_any_edit_the_output_is_that_of_a_generator_without_memory()
    {
        var (first, count) = Number("FSMKIT_SEED") is { } one ? (one, 1) : (1, Number("FSMKIT_SEEDS") ?? Usual);
        for (var seed = first; seed < first + count; seed++)
        {
            Run(seed);
        }
    }

    private static void Run(int seed)
    {
        var program = new EditedProgram(seed);
        var (read, readFresh, different) = (0, 0, 0);
        GeneratorDriver driver = Driver(() => read++);
        var before = Output(ref driver, program.Compilation);
        for (var edit = 1; edit <= Edits; edit++)
        {
            var done = program.Edit();
            GeneratorDriver fresh = Driver(() => readFresh++);
            var expected = Output(ref fresh, program.Compilation);
            new DefaultVerifier().EqualOrDiff(expected, Output(ref driver, program.Compilation), $"Seed {seed}, edit {edit}: {done}.");
            different += expected == before ? 0 : 1;
            before = expected;
        }

        // The edits matter, and most of them not to most gclasses: else the test would show nothing.
        Assert.InRange(different, Edits / 5, Edits);
        Assert.InRange(read, 1, readFresh * 2 / 3);
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static CSharpGeneratorDriver Driver(Action onRead) => CSharpGeneratorDriver.Create(
        [
            new GClassGenerator(
                (gclass, compilation, cancellation) =>
                {
                    onRead();
                    return GClassGenerator.Read(gclass, compilation, cancellation);
                },
                MachineEmitter.Emit).AsSourceGenerator(),
        ],
        parseOptions: TestCompilation.ParseOptions);

    private static string Output(ref GeneratorDriver driver, CSharpCompilation compilation)
    {
        driver = driver.RunGenerators(compilation, Token);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        return string.Join("\n", result.GeneratedSources.OrderBy(static source => source.HintName, StringComparer.Ordinal).Select(static source => $"// {source.HintName}\n{source.SourceText}"));
    }
}
