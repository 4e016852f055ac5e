using System.Collections.Immutable;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers.Reviewing;

/// <summary>Compares each gclass with its reviewed table. A gclass with an error is not checked.</summary>
public abstract class ReviewingAnalyzer : DiagnosticAnalyzer
{
    private protected ReviewingAnalyzer(DiagnosticDescriptor rule) => SupportedDiagnostics = [rule];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.GClassMetadata) is not null)
            {
                var files = start.Options.AdditionalFiles.Where(static file => ReviewedFile.IsOne(file.Path)).ToImmutableArray();
                start.RegisterSymbolAction(symbol => Analyze(symbol, files), SymbolKind.NamedType);
            }
        });
    }

    /// <summary>Returns the difference; null without one.</summary>
    private protected abstract Diagnostic? Judge(INamedTypeSymbol gclass, AdditionalText? table, Compilation compilation, CancellationToken cancellation);

    private void Analyze(SymbolAnalysisContext context, ImmutableArray<AdditionalText> files)
    {
        if (context.Symbol is INamedTypeSymbol gclass && gclass.IsGClass() && !Readings.IsBroken(gclass, context.Compilation, context.CancellationToken)
            && Judge(gclass, files.FirstOrDefault(file => ReviewedFile.IsOf(file.Path, gclass)), context.Compilation, context.CancellationToken) is { } found)
        {
            context.ReportDiagnostic(found);
        }
    }
}
