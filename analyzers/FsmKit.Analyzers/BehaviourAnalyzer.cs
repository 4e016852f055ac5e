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
        new SelfTransitionRule(),
    ];

    private protected override IEnumerable<Diagnostic> Judge(INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        if (!type.IsGClass() || Readings.IsBroken(type, context.Compilation, context.CancellationToken))
        {
            return [];
        }

        var reading = Readings.Of(type, context.Compilation, context.CancellationToken);
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(type.DeclaringSyntaxReferences[0].SyntaxTree);
        return Rules.SelectMany(rule => rule.Judge(reading, options, context.CancellationToken));
    }
}
