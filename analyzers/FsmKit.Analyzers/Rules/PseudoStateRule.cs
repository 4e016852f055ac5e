using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0027: a history has no rows of its own, and a final state has none either.</summary>
internal sealed class PseudoStateRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.PseudoState,
        "A history is a place to go to, and a final state an end",
        "'{0}' {1}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A history is inside a composite, and has no rows and no actions. A final state is a leaf without rows.",
        helpLinkUri: HelpLink.For(DiagnosticIds.PseudoState));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from state in reading.States
        let told = state.History is not null ? History(reading, state, cancellation) : state.Final is not null ? Final(reading, state, cancellation) : null
        where told is not null
        select At(told.Value.Where ?? state.Symbol.Locations.FirstOrDefault(), state.Symbol.Name, told.Value.Problem);

    private static (Location? Where, string Problem)? History(MachineReading reading, StateSite state, CancellationToken cancellation)
    {
        var nesting = reading.Nesting;
        var parent = nesting.ParentOf(state.Index);
        var history = state.History!;
        return state.Final is { } final ? (final.Place(cancellation), "is a history and cannot be a final state: no gobj is ever in it")
            : state.Initial is { } initial ? (initial.Place(cancellation), "is a history and cannot be the initial state: no gobj is ever in it")
            : RowOf(reading, state) is { } row ? (row.Place(cancellation), "is a history and has no rows: no gobj is ever in it")
            : state.Calls.FirstOrDefault() is { } call ? (call.Attribute.Place(cancellation), "is a history and has no actions and no work: no gobj is ever in it")
            : reading.States.FirstOrDefault(other => other.Inside?.Index == state.Index) is { } inside ? (inside.Inside!.Attribute.Place(cancellation), $"is a history, and '{inside.Symbol.Name}' cannot be inside it")
            : parent < 0 ? (history.Attribute.Place(cancellation), "is a history outside of a composite: name the composite with [Inside(…)]")
            : !nesting.Level(parent).Any() ? (history.Attribute.Place(cancellation), $"remembers '{reading.States[parent].Symbol.Name}', which has no state inside")
            : history.Default is not { } start ? null
            : start.Index < 0 ? (history.Attribute.ArgumentPlace("Default", cancellation), $"leads to '{start.Text}', which is no state of '{reading.GClass.Name}'")
            : reading.States[start.Index].History is not null ? (history.Attribute.ArgumentPlace("Default", cancellation), $"leads to '{start.Text}', which is a history too")
            : !nesting.PathOf(reading.States[start.Index]).Skip(1).Any(around => around.Index == parent)
                ? (history.Attribute.ArgumentPlace("Default", cancellation), $"leads to '{start.Text}', which is not inside '{reading.States[parent].Symbol.Name}'")
            : null;
    }

    private static (Location? Where, string Problem)? Final(MachineReading reading, StateSite state, CancellationToken cancellation) =>
        reading.Nesting.IsComposite(state.Index) ? (state.Final!.Place(cancellation), "has states inside and cannot be final: mark one of those")
            : RowOf(reading, state) is { } row ? (row.Place(cancellation), "is final and has no rows: nothing goes on in it")
            : state.Invocations is { Count: > 0 } works ? (works[0].Attribute.Place(cancellation), "is final and has no work: nothing goes on in it")
            : state.Exit is { Count: > 0 } calls && reading.Nesting.ParentOf(state.Index) < 0 ? (calls[0].Attribute.Place(cancellation), "ends the machine and is never left")
            : null;

    private static AttributeData? RowOf(MachineReading reading, StateSite state) => reading.Rows.FirstOrDefault(row => row.State == state)?.Attribute;
}
