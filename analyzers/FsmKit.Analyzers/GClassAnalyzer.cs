using System.Collections.Immutable;
using FsmKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers;

/// <summary>Checks the declarations of gclasses: the declared events, and the members and calls that the table names.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GClassAnalyzer() : RuleAnalyzer(Rules)
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

    /// <summary>Also reports violations of nested gclasses that concern the type around them.</summary>
    private protected override IEnumerable<Diagnostic> Judge(INamedTypeSymbol type, SymbolAnalysisContext context) =>
        from gclass in type.GClassesInside()
        from found in Readings.Judge(gclass, context.Compilation, context.CancellationToken)
        where SymbolEqualityComparer.Default.Equals(found.Location.TypeAround(gclass, context.CancellationToken) ?? gclass, type)
        select found;
}
