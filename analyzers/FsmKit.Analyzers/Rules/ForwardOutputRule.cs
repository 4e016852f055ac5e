using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0041: an event that is forwarded up is an output of the gclass.</summary>
internal sealed class ForwardOutputRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.ForwardOutput,
        "An event that is forwarded up is a declared output",
        "'{0}' is no output event of '{1}', so it cannot be forwarded up: declare it with [Output<{0}>], or name the field or property that it is forwarded to",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A forward without a target publishes the event, which only a declared output event can be.",
        helpLinkUri: HelpLink.For(DiagnosticIds.ForwardOutput));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from row in reading.Rows
        let forward = row.Forward
        where forward is { Problem: ForwardProblem.Undeclared, Event: not null }
        let place = forward.Map is null ? row.Attribute.EventPlace(cancellation) : row.Attribute.ArgumentPlace("Map", cancellation)
        select At(place, forward.Event!.ShortName(), reading.GClass.Name);
}
