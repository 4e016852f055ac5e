using FsmKit.Generators;
using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0079: a transition from a state to itself has an effect.</summary>
internal sealed class SelfTransitionRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.SelfTransition,
        "A transition leads somewhere",
        "'Next' leads from '{0}' to '{0}', which has no effect: another state may be meant",
        HelpLink.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A transition from a state to itself runs exit and entry actions, and restarts timeouts and work. In a state that has none of them Next has no effect.",
        helpLinkUri: HelpLink.For(DiagnosticIds.SelfTransition));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from row in reading.Rows
        let state = row.State
        where state is not null && row.Next?.Index == state.Index && IsPlain(reading, state)
        select At(row.Attribute.ArgumentPlace("Next", cancellation), state.Symbol.Name);

    /// <summary>
    /// Whether leaving and entering the state again has no effect. No work of an action ends, either, and no deferred event is retried.
    /// </summary>
    private static bool IsPlain(MachineReading reading, StateSite state) =>
        state is { Enter.Count: 0, Exit.Count: 0, Invocations.Count: 0 } && !reading.Nesting.IsComposite(state.Index)
        && !reading.RowsByScope[state.Index].Any(static row => row.Answer.IsTimeout())
        && !reading.Rows.Any(static row => row.Answer == AnswerKind.Defer)
        && !reading.Names.Of(KnownNames.InvokeCall).Any();
}
