using System.Collections.Immutable;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers;

/// <summary>Reads each gclass as the generator reads it, and hands what it has read to its rules.</summary>
public abstract class RuleAnalyzer : DiagnosticAnalyzer
{
    private readonly ImmutableArray<Rule> _rules;

    private protected RuleAnalyzer(ImmutableArray<Rule> rules)
    {
        _rules = rules;
        SupportedDiagnostics = [.. rules.Select(static rule => rule.Descriptor)];
    }

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

    private protected virtual bool IsJudged(MachineReading reading, CancellationToken cancellation) => true;

    private void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsGClass())
        {
            return;
        }

        var reading = Readings.Of(type, context.Compilation, context.CancellationToken);
        if (!IsJudged(reading, context.CancellationToken))
        {
            return;
        }

        foreach (var rule in _rules)
        {
            foreach (var diagnostic in rule.Judge(reading, context.CancellationToken))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
