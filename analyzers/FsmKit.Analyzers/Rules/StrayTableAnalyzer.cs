using System.Collections.Immutable;
using FsmKit.Analyzers.Reviewing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0072: a reviewed table is beside its gclass, because a table elsewhere is compared with no gclass.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StrayTableAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.StrayTable,
        "A reviewed table is beside its gclass",
        "{0} is compared with nothing: no gclass of that name is declared in its folder",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A file Name.table.md is compared with the gclass Name in the same folder. If the gclass was renamed or moved, rename or move the file as well.",
        helpLinkUri: HelpLink.For(DiagnosticIds.StrayTable));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.GClassMetadata) is not null)
            {
                start.RegisterAdditionalFileAction(Analyze);
            }
        });
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        if (ReviewedFile.IsOne(path)
            && !context.Compilation.GetSymbolsWithName(ReviewedFile.GClassNameOf(path), SymbolFilter.Type, context.CancellationToken)
                .OfType<INamedTypeSymbol>().Any(type => type.IsGClass() && ReviewedFile.IsOf(path, type)))
        {
            var start = new LinePosition(0, 0);
            context.ReportDiagnostic(Diagnostic.Create(Rule, Location.Create(path, new TextSpan(0, 0), new LinePositionSpan(start, start)), path.Substring(path.LastIndexOfAny(['/', '\\']) + 1)));
        }
    }
}
