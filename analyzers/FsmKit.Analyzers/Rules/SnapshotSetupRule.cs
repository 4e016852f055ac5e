using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0052: version, JSON context and Migrate method of a gclass fit together.</summary>
internal sealed class SnapshotSetupRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.SnapshotSetup,
        "Version, JSON context and Migrate of a gclass are valid",
        "'{0}' cannot take snapshots: {1}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[GClass] has a version of at least 1 and, if needed, a JSON context that generated code can use. Migrate is static, takes a snapshot and returns one.",
        helpLinkUri: HelpLink.For(DiagnosticIds.SnapshotSetup));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        var (gclass, snapshots) = (reading.GClass, reading.Snapshots);
        var attribute = gclass.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.GClass));
        if (snapshots.Version < 0)
        {
            yield return At(attribute?.ArgumentPlace("Version", cancellation), gclass.Name, "a version is 1 or more");
        }

        if (snapshots.ProblemOfJson(gclass, reading.Compilation) is { } problem)
        {
            yield return At(attribute?.ArgumentPlace("Json", cancellation), gclass.Name, $"'{snapshots.Json!.Name}' is no JSON context for it, as {problem}");
        }
        else if (snapshots is { Json: not null, Version: 0 })
        {
            yield return At(attribute?.ArgumentPlace("Json", cancellation), gclass.Name, "it names a JSON context, and has no version: say Version = 1 too");
        }

        var migrates = gclass.GetMembers(KnownNames.Migrate).OfType<IMethodSymbol>()
            .Where(static method => method.Parameters.Any(static taken => SnapshotSites.IsSnapshot(taken.Type))).ToList();
        if (snapshots.Version >= 0 && migrates.Count > 0 && (!snapshots.IsAsked || SnapshotSites.Migrate(gclass) is null))
        {
            yield return At(migrates[0].Locations.FirstOrDefault(), gclass.Name, snapshots.IsAsked
                ? "the method that converts old snapshots is 'static MachineSnapshot Migrate(MachineSnapshot old)'"
                : "it has a Migrate method, and no version: say [GClass(Version = 2)], or the version that it has now");
        }
    }
}
