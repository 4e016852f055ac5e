using System.Collections.Concurrent;
using System.Collections.Immutable;
using FsmKit.Analyzers.Bodies;
using FsmKit.Analyzers.Rules;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers;

/// <summary>
/// Checks the code of gclasses: the gaps between guards, and the effects of guards and actions. A gclass with an error is not checked.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BodyAnalyzer : DiagnosticAnalyzer
{
    internal static ImmutableArray<BodyRule> Rules { get; } =
    [
        new GuardRule(),
        new GuardGapRule(),
        new BlockingRule(),
        new GuardEffectRule(),
        new GuardSourceRule(),
        new LeftLoopRule(),
        new OutsideMemberRule(),
        new SelfSendRule(),
        new UnheardOutputRule(),
        new UnstartedTimerRule(),
        new UnkeptMemberRule(),
        new LateLengthRule(),
        new StrayNextRule(),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Select(static rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.GClassMetadata) is not null)
            {
                start.RegisterSymbolStartAction(Begin, SymbolKind.NamedType);
            }
        });
    }

    private static void Begin(SymbolStartAnalysisContext context)
    {
        if (context.Symbol is not INamedTypeSymbol gclass || !gclass.IsGClass())
        {
            return;
        }

        var bodies = new ConcurrentDictionary<IMethodSymbol, IOperation>(SymbolEqualityComparer.Default);
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is IMethodSymbol method && SymbolEqualityComparer.Default.Equals(method.ContainingType, gclass)
                && block.OperationBlocks.FirstOrDefault(static one => one is IBlockOperation) is { } body)
            {
                bodies[method] = body;
            }
        });
        context.RegisterSymbolEndAction(end =>
        {
            if (!Readings.IsBroken(gclass, end.Compilation, end.CancellationToken))
            {
                var code = new GClassBodies(Readings.Of(gclass, end.Compilation, end.CancellationToken), bodies);
                foreach (var found in Rules.SelectMany(rule => rule.Judge(code, end.CancellationToken)))
                {
                    end.ReportDiagnostic(found);
                }
            }
        });
    }
}
