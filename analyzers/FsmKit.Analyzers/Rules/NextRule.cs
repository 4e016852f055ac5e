using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0006: a row leads to a state of its own gclass.</summary>
internal sealed class NextRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Next,
        "The next state is a state of the gclass",
        "'{0}' is no state of '{1}'",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Next takes a member of the State enum of the same gclass, or the name of one.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Next));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        // Without states no state is right, and another rule says so.
        reading.States.Count == 0
            ? []
            : from row in reading.Rows
              where row.Next is { Index: < 0 }
              select At(row.Attribute.ArgumentPlace("Next", cancellation), row.Next!.Text, reading.GClass.Name);
}
