using System.Collections.Immutable;
using FsmKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers;

/// <summary>
/// Checks the behaviour of gclasses: reached and final states, the use of events, unused code. A gclass with an error is not checked,
/// because the error comes first.
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
