using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0020: no member of the author has the name of a generated member.</summary>
internal sealed class TakenNameRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.TakenName,
        "The names of generated members are free",
        "'{0}' is the name of a member that is generated for the gclass '{1}'{2}: give this another name",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "CurrentState, ChangeState and Publish are generated for use by the author, and are left out where the author uses the name otherwise.",
        helpLinkUri: HelpLink.For(DiagnosticIds.TakenName));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from taken in reading.Taken.GroupBy(static taken => taken.By, SymbolEqualityComparer.Default).Select(static same => same.First())
        let place = SymbolEqualityComparer.Default.Equals(taken.By, reading.GClass) ? reading.NamePlace(cancellation) : taken.By.Locations.FirstOrDefault()
        select At(place, taken.By.Name, reading.GClass.Name, KnownNames.Overrides.Contains(taken.Name) ? "" : ", and is left out because of this");
}
