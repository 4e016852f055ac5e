using FsmKit.Analyzers.Reviewing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0070: a gclass does what its reviewed table says.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReviewedTableAnalyzer() : ReviewingAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.ReviewedTable,
        "A gclass does what its reviewed table says",
        "'{0}' differs from {1} in line {2}: reviewed is {3}, the code says {4}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The file Name.table.md beside a gclass holds its behaviour as it was reviewed. A difference means that the code has changed by mistake or the file is out of date.",
        helpLinkUri: HelpLink.For(DiagnosticIds.ReviewedTable));

    private protected override Diagnostic? Judge(INamedTypeSymbol gclass, AdditionalText? table, Compilation compilation, CancellationToken cancellation)
    {
        if (table?.GetText(cancellation) is not { } text)
        {
            return null;
        }

        var reading = Readings.Of(gclass, compilation, cancellation);
        var reviewed = ReviewedFile.LinesOf(text);
        var written = ReviewedFile.LinesOf(SourceText.From(ReviewedTable.Of(reading)));
        var line = reviewed.Zip(written, static (one, other) => one == other).TakeWhile(static same => same).Count();
        if (line == Math.Max(reviewed.Count, written.Count))
        {
            return null;
        }

        var place = text.Lines[Math.Min(line, text.Lines.Count - 1)].Span;
        return Diagnostic.Create(
            Rule, reading.NamePlace(cancellation), [Location.Create(table.Path, place, text.Lines.GetLinePositionSpan(place))],
            gclass.Name, ReviewedFile.NameOf(gclass), line + 1, Quoted(reviewed, line), Quoted(written, line));
    }

    private static string Quoted(IReadOnlyList<string> lines, int line) => line >= lines.Count ? "nothing" : lines[line].Length == 0 ? "a blank line" : $"'{lines[line]}'";
}
