using System.Collections.Immutable;
using FsmKit.Analyzers.Reviewing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0071: a gclass has a reviewed table. Nobody is told unless a project asks for it; the fix that writes the table is always there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreviewedAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Unreviewed,
        "A gclass has a reviewed table",
        "'{0}' has no reviewed table: write it to {1}",
        HelpLink.Category,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        description: "With the file Name.table.md beside it, each change of what a gclass does is a line in a review, and a change by mistake is a warning (FSM0070).",
        helpLinkUri: HelpLink.For(DiagnosticIds.Unreviewed));

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
            if (start.Compilation.GetTypeByMetadataName(KnownNames.GClassMetadata) is not null)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, files), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ImmutableArray<AdditionalText> files)
    {
        var gclass = (INamedTypeSymbol)context.Symbol;
        if (gclass.IsGClass() && !files.Any(file => ReviewedFile.IsOf(file.Path, gclass)) && !Readings.IsBroken(gclass, context.Compilation, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, gclass.Home(context.CancellationToken)?.Identifier.GetLocation(), gclass.Name, ReviewedFile.NameOf(gclass)));
        }
    }
}
