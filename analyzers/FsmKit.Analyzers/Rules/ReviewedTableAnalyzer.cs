using System.Collections.Immutable;
using FsmKit.Analyzers.Reviewing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0070: a gclass does what its reviewed table says. Of a gclass with an error it says nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReviewedTableAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.ReviewedTable,
        "A gclass does what its reviewed table says",
        "'{0}' differs from {1} in line {2}: reviewed is {3}, the code says {4}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The file Name.table.md beside a gclass holds its behaviour as it was reviewed. Where the code says something else, either the code has changed by mistake or the file is out of date.",
        helpLinkUri: HelpLink.For(DiagnosticIds.ReviewedTable));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var files = start.Options.AdditionalFiles.Where(static file => ReviewedFile.IsOne(file.Path)).ToImmutableArray();
            if (!files.IsEmpty && start.Compilation.GetTypeByMetadataName(KnownNames.GClassMetadata) is not null)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, files), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ImmutableArray<AdditionalText> files)
    {
        var gclass = (INamedTypeSymbol)context.Symbol;
        if (!gclass.IsGClass() || files.FirstOrDefault(file => ReviewedFile.IsOf(file.Path, gclass)) is not { } file || file.GetText(context.CancellationToken) is not { } text
            || Readings.IsBroken(gclass, context.Compilation, context.CancellationToken))
        {
            return;
        }

        var reading = Readings.Of(gclass, context.Compilation, context.CancellationToken);
        var reviewed = ReviewedFile.LinesOf(text);
        var written = ReviewedFile.LinesOf(SourceText.From(ReviewedTable.Of(reading)));
        var line = reviewed.Zip(written, static (one, other) => one == other).TakeWhile(static same => same).Count();
        if (line < Math.Max(reviewed.Count, written.Count))
        {
            var place = text.Lines[Math.Min(line, text.Lines.Count - 1)].Span;
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, reading.NamePlace(context.CancellationToken), [Location.Create(file.Path, place, text.Lines.GetLinePositionSpan(place))],
                gclass.Name, ReviewedFile.NameOf(gclass), line + 1, Quoted(reviewed, line), Quoted(written, line)));
        }
    }

    private static string Quoted(IReadOnlyList<string> lines, int line) => line >= lines.Count ? "nothing" : lines[line].Length == 0 ? "a blank line" : $"'{lines[line]}'";
}
