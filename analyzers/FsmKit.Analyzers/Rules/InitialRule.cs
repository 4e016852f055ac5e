using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0025: only one state of a level is marked as the initial one.</summary>
internal sealed class InitialRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Initial,
        "A level begins with one state",
        "'{0}' and '{1}' are both marked as the initial state {2}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Initial marks the state that is entered with the composite around it, or when the machine starts; without the mark that is the first one in source order.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Initial));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from level in reading.States.Where(static state => state.Initial is not null).GroupBy(state => reading.Nesting.ParentOf(state.Index))
        let first = level.First()
        from other in level.Skip(1)
        select At(
            other.Initial!.Place(cancellation), first.Symbol.Name, other.Symbol.Name,
            level.Key < 0 ? $"of '{reading.GClass.Name}'" : $"inside '{reading.States[level.Key].Symbol.Name}'");
}
