using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0013: an event that borrows memory does not wait for a gobj that runs to completion.</summary>
internal sealed class BorrowedInputRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.BorrowedInput,
        "A borrowed event cannot wait",
        "'{0}' borrows memory and cannot wait: while an action of '{1}' is running, it is refused",
        HelpLink.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A gclass that runs to completion keeps events that arrive while it is busy. A ref struct cannot be kept, so it is refused then.",
        helpLinkUri: HelpLink.For(DiagnosticIds.BorrowedInput));

    public override DiagnosticDescriptor Descriptor => Rule;

    // Only a gclass that can be busy has the member. For the others the generator has proved that no code leads back to them.
    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        reading.GClass.GetMembers(KnownNames.WaitsWhenBusy).IsEmpty
            ? []
            : from input in reading.Inputs
              where input.Model.IsBorrowed
              select At(input.Attribute.EventPlace(cancellation), input.Model.Name, reading.GClass.Name);
}
