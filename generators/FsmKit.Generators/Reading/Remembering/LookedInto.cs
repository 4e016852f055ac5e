using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading.Remembering;

/// <summary>
/// Lists the files of which a gclass depends on more than the declarations: on bodies, comments, and names in strings of a table. Any edit
/// of such a file makes the gclass be read again.
/// </summary>
internal static class LookedInto
{
    /// <summary>Returns the files.</summary>
    /// <param name="gclass">The gclass.</param>
    /// <param name="reading">The reading; null when there is none.</param>
    public static IReadOnlyCollection<SyntaxTree> Of(INamedTypeSymbol gclass, MachineReading? reading)
    {
        var files = new HashSet<SyntaxTree>(reading?.Looked ?? []);

        // The tables and the hand-written code of the gclass, its bases and its outer types.
        for (var type = gclass; type is not null; type = type.BaseType)
        {
            Add(files, type);
        }

        for (var around = gclass.ContainingType; around is not null; around = around.ContainingType)
        {
            Add(files, around);
        }

        if (reading is not null)
        {
            // The summaries of events, the obsolescence of types, and the inputs of targets.
            var types = reading.Inputs.Concat(reading.Outputs).Select(static e => (ITypeSymbol)e.Type)
                .Concat(reading.Parameters.Select(static parameter => parameter.Symbol.Type))
                .Concat(reading.Rows.SelectMany(static row => Targets(row.Forward)))
                .Concat(reading.Snapshots.Kept.Select(static kept => kept.Type)).Concat(reading.Snapshots.Json is { } json ? [json] : []);
            foreach (var type in types)
            {
                Add(files, type);
            }
        }

        return files;
    }

    /// <summary>Returns the type of a target with its bases, whose tables have the inputs; and the forwarded event.</summary>
    private static IEnumerable<ITypeSymbol> Targets(ForwardSite? forward)
    {
        for (var type = forward?.TargetType; type is not null; type = type.BaseType)
        {
            yield return type;
        }

        if (forward?.Event is { } e)
        {
            yield return e;
        }
    }

    private static void Add(HashSet<SyntaxTree> files, ITypeSymbol type) =>
        files.UnionWith(type.DeclaringSyntaxReferences.Select(static declaration => declaration.SyntaxTree));
}
