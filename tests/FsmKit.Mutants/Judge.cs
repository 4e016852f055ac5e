using System.Collections.Immutable;
using FsmKit.Analyzers;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Mutants;

/// <summary>Compiles mutants and compares their diagnostics with those of the unharmed project.</summary>
internal sealed class Judge
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(GClassAnalyzer).Assembly.GetTypes().Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private const string ReviewedTable = "FSM0070";

    private readonly Subject _subject;
    private readonly Dictionary<string, int> _before;
    private readonly Dictionary<string, int> _beforeAround;

    private Judge(Subject subject, Dictionary<string, int> before, Dictionary<string, int> beforeAround) => (_subject, _before, _beforeAround) = (subject, before, beforeAround);

    public static async Task<Judge> OfAsync(Subject subject) =>
        new(subject, Count(await SayAsync(subject, subject.Project, isAround: false)), Count(await SayAsync(subject, subject.Project, isAround: true)));

    /// <summary>Diagnostics of the mutant that the unharmed project does not have.</summary>
    public async Task<(Verdict Verdict, string Said)> SeesAsync(Mutant mutant)
    {
        // Declarations matter to other gclasses; rows matter to the gclass alone.
        var isAround = mutant.Kind.StartsWith("drop Input", StringComparison.Ordinal) || mutant.Kind.StartsWith("drop Output", StringComparison.Ordinal);
        var tree = CSharpSyntaxTree.ParseText(mutant.Root.ToFullString(), TestCompilation.ParseOptions, _subject.Table.FilePath);
        var said = await SayAsync(_subject, _subject.Project.ReplaceSyntaxTree(_subject.Table, tree), isAround);
        var left = new Dictionary<string, int>(isAround ? _beforeAround : _before);
        var more = said.Where(one => !IsLeft(left, Text(one))).ToList();
        var verdict = more.Select(Of).DefaultIfEmpty(Verdict.Silent).Min();
        return (verdict, string.Join(", ", more.Select(static one => one.Id).Distinct().Order(StringComparer.Ordinal)));
    }

    /// <summary>Whether it was said before, so often.</summary>
    private static bool IsLeft(Dictionary<string, int> left, string text)
    {
        var count = left.GetValueOrDefault(text);
        left[text] = count - 1;
        return count > 0;
    }

    private static Verdict Of(Diagnostic one)
    {
        var isLoud = one.Severity >= DiagnosticSeverity.Warning;
        return one.Id == ReviewedTable ? Verdict.Table
            : one.Id.StartsWith("FSM", StringComparison.Ordinal) ? isLoud ? Verdict.Rule : Verdict.Advice
            : isLoud ? Verdict.Compiler : Verdict.Silent;
    }

    /// <summary>Lines move; the words stay.</summary>
    private static string Text(Diagnostic one) => $"{one.Id} {one.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";

    private static Dictionary<string, int> Count(IEnumerable<Diagnostic> said) => said.GroupBy(Text).ToDictionary(static group => group.Key, static group => group.Count());

    private static async Task<IReadOnlyList<Diagnostic>> SayAsync(Subject subject, CSharpCompilation project, bool isAround)
    {
        subject.Generator.RunGeneratorsAndUpdateCompilation(project, out var output, out var generator);
        var found = new List<Diagnostic>(generator);
        if (isAround)
        {
            found.AddRange(output.GetDiagnostics());
            found.AddRange(await output.WithAnalyzers(Analyzers, subject.Options).GetAnalyzerDiagnosticsAsync());
        }
        else
        {
            // The rules as the analyzers ask them, of this one gclass: an analysis of the project per mutant takes ten times as long.
            found.AddRange(Rules.Of(subject, output));
            found.AddRange(output.SyntaxTrees.Where(subject.Declares).SelectMany(tree => output.GetSemanticModel(tree).GetDiagnostics()));
        }

        return [.. found.Where(static one => one.Severity >= DiagnosticSeverity.Info)];
    }
}
