using System.Collections.Immutable;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers;

/// <summary>Checks each gclass with rules, from the same reading as the generator.</summary>
public abstract class RuleAnalyzer : DiagnosticAnalyzer
{
    private protected RuleAnalyzer(ImmutableArray<Rule> rules) => SupportedDiagnostics = [.. rules.Select(static rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // A project without FsmKit costs one look-up.
            if (start.Compilation.GetTypeByMetadataName(KnownNames.GClassMetadata) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    /// <summary>
    /// Returns the diagnostics of a type, which need not be a gclass. An editor shows a diagnostic outside of the type's declarations only
    /// after a build.
    /// </summary>
    private protected abstract IEnumerable<Diagnostic> Judge(INamedTypeSymbol type, SymbolAnalysisContext context);

    private void Analyze(SymbolAnalysisContext context)
    {
        foreach (var diagnostic in Judge((INamedTypeSymbol)context.Symbol, context))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
