using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.RoslynTesting;

/// <summary>
/// A run of the generator. Its constructor proves that the output compiles under any settings, is cached, deterministic and free of Roslyn's
/// objects.
/// </summary>
/// <remarks>The environment variable <c>FSMKIT_QUICK=1</c> leaves these proofs out, which take two thirds of the time.</remarks>
public sealed class GeneratorRun
{
    private static readonly bool IsQuick = Environment.GetEnvironmentVariable("FSMKIT_QUICK") == "1";

    private GeneratorRun(CSharpCompilation input, bool isBroken)
    {
        Input = input;
        (Output, var strict) = GeneratorCompiling.Strict(input);
        if (IsQuick)
        {
            Files = Successful(strict);
            return;
        }

        var driver = Driver(trackSteps: true).RunGenerators(input);
        var result = driver.GetRunResult();
        Files = Successful(result);
        GeneratorCompiling.Check(this, isBroken);
        GeneratorHygiene.Check(this);
        GeneratorCaching.Check(driver, input);
        GeneratorObjectGraph.Check(result);
    }

    /// <summary>Input of the generator.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>Input and the files of the generator, with all warnings on.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>Files of the generator.</summary>
    public IReadOnlyList<GeneratorFile> Files { get; }

    /// <summary>The text of all files.</summary>
    public string Text => string.Join("\n", Files.Select(static file => file.Text));

    /// <summary>Runs over sources that compile once the generator has run.</summary>
    public static GeneratorRun Of(params IEnumerable<string> sources) => new(TestCompilation.Create(sources), isBroken: false);

    /// <summary>Runs over a compilation that compiles once the generator has run.</summary>
    public static GeneratorRun Of(CSharpCompilation input) => new(input, isBroken: false);

    /// <summary>Runs over sources with mistakes in them: the generated files must have none all the same.</summary>
    public static GeneratorRun OfBroken(params IEnumerable<string> sources) => new(TestCompilation.Create(sources), isBroken: true);

    /// <summary>The generator, ready to run.</summary>
    public static GeneratorDriver Driver(bool trackSteps, CSharpParseOptions? options = null) => CSharpGeneratorDriver.Create(
        [new GClassGenerator().AsSourceGenerator()],
        parseOptions: options ?? TestCompilation.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    /// <summary>Files of a run in which the generator neither threw nor reported.</summary>
    private static GeneratorFile[] Successful(GeneratorDriverRunResult result)
    {
        GeneratorTestException.ThrowIfAny(result.Diagnostics, "The generator speaks");
        GeneratorTestException.ThrowIfAny(result.Results.Select(static one => one.Exception).OfType<Exception>(), "The generator throws");
        return [.. result.Results.Single().GeneratedSources.Select(static source => new GeneratorFile(source.HintName, source.SourceText.ToString()))];
    }
}
