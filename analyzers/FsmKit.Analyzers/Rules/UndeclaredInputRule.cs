using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0009: the event of a row is a declared input.</summary>
internal sealed class UndeclaredInputRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UndeclaredInput,
        "Rows are about declared events",
        "'{0}' is no input event of '{1}': declare it with [Input<{0}>]",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Only an event that the class declares as an input can be sent to it, and every state then has to answer it.",
        helpLinkUri: HelpLink.For(DiagnosticIds.UndeclaredInput));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        // An [Input] that does not compile may be the missing one.
        !reading.InputsAreRead
            ? []
            : (from row in reading.Rows
               where row is { Input: < 0, Event: not null }
               select At(row.Attribute.EventPlace(cancellation), row.Event!.ShortName(), reading.GClass.Name))
                .Concat(reading.States.SelectMany(static state => state.Invocations).SelectMany(work => Judge(reading, work, cancellation)));

    private IEnumerable<Diagnostic> Judge(MachineReading reading, InvocationSite work, CancellationToken cancellation)
    {
        if (work is { Event: not null, Input: < 0 })
        {
            yield return At(work.Attribute.EventPlace(0, cancellation), work.Event.ShortName(), reading.GClass.Name);
        }

        if (work is { Failure: not null, FailureInput: < 0 })
        {
            yield return At(work.Attribute.EventPlace(1, cancellation), work.Failure.ShortName(), reading.GClass.Name);
        }
    }
}
