using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace FsmKit.RoslynTesting;

/// <summary>Sets a test of Roslyn's harness up as a project with FsmKit and its generator.</summary>
internal static class HarnessSetup
{
    /// <summary>Stands for no package: all references are loaded already, and nothing is downloaded.</summary>
    private static readonly ReferenceAssemblies NoPackage = new("net10.0");

    /// <summary>Options for the compilation of the sources.</summary>
    public static CSharpCompilationOptions Compilation { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>Adds files named Test0.cs and so on, the references and the generator.</summary>
    public static void AddProject(this AnalyzerTest<DefaultVerifier> test, IEnumerable<string> sources, bool withUsings)
    {
        test.ReferenceAssemblies = NoPackage;
        test.TestState.AddFiles(sources, withUsings);
        test.TestState.DocumentationMode = TestCompilation.ParseOptions.DocumentationMode;
        test.TestState.AdditionalReferences.AddRange(TestCompilation.References);
        test.SolutionTransforms.Add(static (solution, project) => solution.AddAnalyzerReference(project, new GeneratorReference()));
    }

    /// <summary>Adds files that are no sources, beside the sources.</summary>
    public static void AddOthers(this SolutionState state, IEnumerable<(string Name, string Text)> files)
    {
        foreach (var (name, text) in files)
        {
            state.AdditionalFiles.Add(($"/0/{name}", text));
        }
    }

    /// <summary>Adds files named Test0.cs and so on.</summary>
    public static void AddFiles(this SolutionState state, IEnumerable<string> sources, bool withUsings)
    {
        foreach (var source in sources)
        {
            state.Sources.Add(source);
        }

        state.Sources.Add(("/0/Usings.cs", withUsings ? TestCompilation.Usings : ""));
    }
}
