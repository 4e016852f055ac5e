using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.RoslynTesting;

/// <summary>Checks that the output compiles under all settings of a project, without a warning in any generated file.</summary>
internal static class GeneratorCompiling
{
    /// <summary>Warnings for the author: obsolete, undocumented, small letters, <c>?</c> without nullable, a member called field.</summary>
    private static readonly HashSet<string> AuthorsBusiness = ["CS0612", "CS0618", "CS0672", "CS0809", "CS1591", "CS8669", "CS8981", "CS9258"];

    /// <summary>The program as a strict project compiles it, with the output of the generator under these settings.</summary>
    public static (CSharpCompilation Output, GeneratorDriverRunResult Result) Strict(CSharpCompilation input) =>
        With(input, Parsing(DocumentationMode.Diagnose), input.Options);

    public static void Check(GeneratorRun run, bool isBroken)
    {
        Check(run.Output, isBroken, run.Text, "a strict project");
        var hostile = Parsing(DocumentationMode.Parse).WithFeatures([new("strict", "")]);
        Check(With(run.Input, hostile, Hostile(run.Input.Options)).Output, isBroken, run.Text, "a project with checked arithmetic, strict features and nullable off");
    }

    private static CSharpParseOptions Parsing(DocumentationMode mode) => TestCompilation.ParseOptions.WithDocumentationMode(mode);

    private static CSharpCompilationOptions Hostile(CSharpCompilationOptions options) =>
        options.WithOverflowChecks(true).WithNullableContextOptions(NullableContextOptions.Disable).WithOptimizationLevel(OptimizationLevel.Release);

    /// <summary>The program under other settings, with the output of the generator under these settings.</summary>
    private static (CSharpCompilation Output, GeneratorDriverRunResult Result) With(
        CSharpCompilation input, CSharpParseOptions parsing, CSharpCompilationOptions options)
    {
        SyntaxTree[] trees = [.. input.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), parsing, tree.FilePath))];
        var program = input.RemoveAllSyntaxTrees().AddSyntaxTrees(trees).WithOptions(options.WithWarningLevel(9999).WithReportSuppressedDiagnostics(true));
        var driver = GeneratorRun.Driver(trackSteps: false, parsing).RunGeneratorsAndUpdateCompilation(program, out var output, out _);
        return ((CSharpCompilation)output, driver.GetRunResult());
    }

    private static void Check(CSharpCompilation output, bool isBroken, string text, string where)
    {
        var written = output.SyntaxTrees.Where(static tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).ToHashSet();
        var found = output.GetDiagnostics().Where(diagnostic =>
            diagnostic.Location.SourceTree is { } tree && !written.Contains(tree)
                ? diagnostic.DefaultSeverity >= DiagnosticSeverity.Warning && !(diagnostic.IsSuppressed && IsAuthorsBusiness(diagnostic.Id))
                : diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.IsSuppressed && !isBroken);
        GeneratorTestException.ThrowIfAny(found, $"The output does not compile in {where}", text);
    }

    /// <summary>An id that is not the compiler's is that of an experimental type.</summary>
    private static bool IsAuthorsBusiness(string id) => AuthorsBusiness.Contains(id) || !id.StartsWith("CS", StringComparison.Ordinal);
}
