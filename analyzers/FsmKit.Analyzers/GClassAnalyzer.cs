using System.Collections.Immutable;
using FsmKit.Analyzers.Rules;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers;

/// <summary>Reads each gclass once, as the generator reads it, and hands what it has read to every rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GClassAnalyzer : DiagnosticAnalyzer
{
    internal static ImmutableArray<Rule> Rules { get; } =
    [
        new NotPartialRule(),
        new NotSealedRule(),
        new NotAGObjRule(),
        new StateEnumRule(),
        new CallRule(),
        new NextRule(),
        new UnansweredEventRule(),
        new UnreachableRowRule(),
        new UndeclaredInputRule(),
        new ParameterRule(),
        new DelayRule(),
        new BorrowedInputRule(),
        new AsyncActionRule(),
        new SameValueRule(),
        new OutOfReachRule(),
        new SecondGClassRule(),
        new TakenNameRule(),
        new ConstructorRule(),
        new FlagsStateRule(),
        new InsideRule(),
        new InitialRule(),
        new ReenterRule(),
        new PseudoStateRule(),
        new DoneRule(),
        new AlwaysRule(),
        new DeferRule(),
        new InvokeRule(),
        new ForwardTargetRule(),
        new ForwardOutputRule(),
        new KeptRule(),
        new SnapshotJsonRule(),
        new SnapshotSetupRule(),
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
            // Who does not use FsmKit pays for this one look-up.
            if (start.Compilation.GetTypeByMetadataName(KnownNames.GClassMetadata) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsGClass())
        {
            return;
        }

        var reading = MachineReader.ReadSites(type, context.Compilation, context.CancellationToken);
        foreach (var rule in Rules)
        {
            foreach (var diagnostic in rule.Judge(reading, context.CancellationToken))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
