using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0012: a timeout is longer than zero.</summary>
internal sealed class DelayRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Delay,
        "A timeout is longer than zero",
        "A timeout of {0} milliseconds is never due: its length has to be greater than zero",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The length of a state timeout is a number of milliseconds greater than zero, or a member that returns it.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Delay));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from row in reading.Rows
        where row.Delay is { Milliseconds: <= 0 }
        select At(row.Attribute.ArgumentPlace(0, cancellation), row.Delay!.Milliseconds);
}
