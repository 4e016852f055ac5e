using System.Collections.Immutable;
using FsmKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers;

/// <summary>
/// Judges what a gclass that can be generated does: which states are reached and left, what becomes of its events, what of its code is used. Of a gclass with an
/// error it says nothing: the error comes first.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BehaviourAnalyzer() : RuleAnalyzer(Rules)
{
    internal static ImmutableArray<Rule> Rules { get; } =
    [
        new UnreachableStateRule(),
        new TrapRule(),
        new UnhandledInputRule(),
        new DeferredForeverRule(),
        new SwallowedEventRule(),
        new UnpublishedOutputRule(),
        new UnusedMemberRule(),
        new IdleRowRule(),
    ];

    private protected override IEnumerable<Diagnostic> Judge(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        !type.IsGClass() || Readings.Judge(type, compilation, cancellation).Any(static found => found.DefaultSeverity == DiagnosticSeverity.Error)
            ? []
            : Rules.SelectMany(rule => rule.Judge(Readings.Of(type, compilation, cancellation), cancellation));
}
