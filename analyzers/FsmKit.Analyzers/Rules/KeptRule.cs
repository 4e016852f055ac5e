using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0050: a kept member can be read for a snapshot and written on restore.</summary>
internal sealed class KeptRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Kept,
        "A kept member can be read and written",
        "'{0}' cannot be kept: {1}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A member with [Kept] is read when a snapshot is taken and written when a gobj is restored from one. Only a gclass with a version takes snapshots.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Kept));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from kept in reading.Snapshots.Kept
        let problem = kept.Problem ?? (reading.Snapshots.Version == 0 ? $"'{reading.GClass.Name}' takes no snapshots: give it a version, as in [GClass(Version = 1)]" : null)
        where problem is not null
        select At(kept.Attribute.Place(cancellation), kept.Symbol.Name, problem);
}
