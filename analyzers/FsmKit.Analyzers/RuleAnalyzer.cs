using System.Collections.Immutable;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers;

/// <summary>Has rules judge each gclass, read as the generator reads it.</summary>
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
            // Who does not use FsmKit pays for this one look-up.
            if (start.Compilation.GetTypeByMetadataName(KnownNames.GClassMetadata) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    /// <summary>What is to be said of a type, which need not be a gclass. What stands outside of its declarations an editor shows only after a build.</summary>
    private protected abstract IEnumerable<Diagnostic> Judge(INamedTypeSymbol type, SymbolAnalysisContext context);

    private void Analyze(SymbolAnalysisContext context)
    {
        foreach (var diagnostic in Judge((INamedTypeSymbol)context.Symbol, context))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
