using FsmKit.Generators;
using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0051: events that wait and members that are kept have a JSON context that lists them.</summary>
/// <remarks>
/// Checked are the events that the table defers, and those created in a call of <c>StartTimer</c>. Any event can be posted; for the others
/// the snapshot itself reports that it cannot keep them.
/// </remarks>
internal sealed class SnapshotJsonRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.SnapshotJson,
        "The values in a snapshot can be written as JSON",
        "A snapshot of '{0}' cannot keep {1}: {2}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The JSON context of the gclass writes events with members, and kept members that are no simple values. For a type that it does not list, Snapshot throws.",
        helpLinkUri: HelpLink.For(DiagnosticIds.SnapshotJson));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        var snapshots = reading.Snapshots;
        if (!snapshots.IsAsked || snapshots.ProblemOfJson(reading.GClass, reading.Compilation) is not null)
        {
            yield break;
        }

        var listed = Listed(snapshots.Json);
        if (listed is null)
        {
            // A context written by hand decides for itself.
            yield break;
        }

        foreach (var kept in snapshots.Kept.Where(static kept => kept.Model is { IsEnum: false } && !SimpleTypes.Contain(kept.Type)))
        {
            if (!listed.Any(kept.Type.IsSameAs))
            {
                yield return Told(kept.Symbol.Locations.FirstOrDefault(), $"'{kept.Symbol.Name}'", kept.Type);
            }
        }

        var told = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var (type, place) in Waiting(reading, cancellation))
        {
            if (!SnapshotSites.IsEmpty(type) && !listed.Any(type.IsSameAs) && told.Add(type))
            {
                yield return Told(place, $"the event '{type.ShortName()}'", type);
            }
        }

        Diagnostic Told(Location? place, string what, ITypeSymbol type)
        {
            var attribute = $"[JsonSerializable(typeof({type.WithNullableAnnotation(NullableAnnotation.None).ShortName()}))]";
            return At(place, reading.GClass.Name, what, snapshots.Json is { } json
                ? $"add {attribute} to '{json.Name}'"
                : $"name a JSON context that has {attribute}, as in [GClass(Json = typeof({reading.GClass.Name}Json))]");
        }
    }

    /// <summary>Returns the types that the context lists; null when it is not for the generator of System.Text.Json.</summary>
    private static List<ITypeSymbol>? Listed(ITypeSymbol? json)
    {
        var listed = json?.GetAttributes().Where(static attribute => attribute.AttributeClass?.Name == "JsonSerializableAttribute")
            .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value).OfType<ITypeSymbol>().ToList();
        return listed is { Count: 0 } ? null : listed ?? [];
    }

    private static IEnumerable<(INamedTypeSymbol Type, Location? Place)> Waiting(MachineReading reading, CancellationToken cancellation)
    {
        foreach (var row in reading.Rows)
        {
            if (row is { Answer: AnswerKind.Defer, Event: INamedTypeSymbol { IsRefLikeType: false } deferred })
            {
                yield return (deferred, row.Attribute.EventPlace(cancellation));
            }
        }

        foreach (var name in reading.GClass.DeclaringSyntaxReferences
            .SelectMany(declaration => declaration.GetSyntax(cancellation).DescendantNodes()).OfType<InvocationExpressionSyntax>()
            .Where(static call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: KnownNames.StartTimer })
            .SelectMany(static call => call.ArgumentList.Arguments).Select(static argument => (argument.Expression as ObjectCreationExpressionSyntax)?.Type as SimpleNameSyntax))
        {
            var named = reading.Inputs.Where(input => name is not null && input.Type.Name == name.Identifier.ValueText).ToList();
            if (named.Count == 1)
            {
                yield return (named[0].Type, name!.GetLocation());
            }
        }
    }
}
