using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.RoslynTesting;

/// <summary>Checks that the output compiles, without a warning in any generated file, whatever the project's settings are.</summary>
internal static class GeneratorCompiling
{
    /// <summary>What only the author can mend, and generated files keep silent about: obsolete and undocumented members, a name in small letters, a <c>?</c> where nullable is off, a member called field.</summary>
    private static readonly HashSet<string> AuthorsBusiness = ["CS0612", "CS0618", "CS0672", "CS0809", "CS1591", "CS8669", "CS8981", "CS9258"];

    public static CSharpCompilation Check(CSharpCompilation input, bool isBroken, string text)
    {
        Check(With(input, Strict(DocumentationMode.Diagnose), input.Options), isBroken, text, "a strict project");
        var hostile = Strict(DocumentationMode.Parse).WithFeatures([new("strict", "")]);
        Check(With(input, hostile, Hostile(input.Options)), isBroken, text, "a project with checked arithmetic, strict features and nullable off");
        return With(input, TestCompilation.ParseOptions, input.Options);
    }

    private static CSharpParseOptions Strict(DocumentationMode mode) => TestCompilation.ParseOptions.WithDocumentationMode(mode);

    private static CSharpCompilationOptions Hostile(CSharpCompilationOptions options) =>
        options.WithOverflowChecks(true).WithNullableContextOptions(NullableContextOptions.Disable).WithOptimizationLevel(OptimizationLevel.Release);

    /// <summary>The same program under other settings, with what the generator adds to it there.</summary>
    private static CSharpCompilation With(CSharpCompilation input, CSharpParseOptions parsing, CSharpCompilationOptions options)
    {
        var trees = input.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), parsing, tree.FilePath));
        var program = input.RemoveAllSyntaxTrees().AddSyntaxTrees(trees).WithOptions(options.WithWarningLevel(9999).WithReportSuppressedDiagnostics(true));
        GeneratorRun.Driver(trackSteps: false, parsing).RunGeneratorsAndUpdateCompilation(program, out var output, out _);
        return (CSharpCompilation)output;
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
