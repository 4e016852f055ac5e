using FsmKit.Analyzers.Reviewing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0071: a gclass has a reviewed table. Hidden by default; its fix writes the table.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreviewedAnalyzer() : ReviewingAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Unreviewed,
        "A gclass has a reviewed table",
        "'{0}' has no reviewed table: write it to {1}",
        HelpLink.Category,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        description: "With the file Name.table.md beside a gclass, each change of its behaviour is a line in a review, and an accidental change is a warning (FSM0070).",
        helpLinkUri: HelpLink.For(DiagnosticIds.Unreviewed));

    private protected override Diagnostic? Judge(INamedTypeSymbol gclass, AdditionalText? table, Compilation compilation, CancellationToken cancellation) =>
        table is null ? Diagnostic.Create(Rule, gclass.Home(cancellation)?.Identifier.GetLocation(), gclass.Name, ReviewedFile.NameOf(gclass)) : null;
}
