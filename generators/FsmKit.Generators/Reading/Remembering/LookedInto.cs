using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading.Remembering;

/// <summary>
/// Lists the files of which more than the declarations was read for a gclass: bodies, comments, the names that a table writes as text. In
/// none of these the smallest edit is left without reading the gclass again.
/// </summary>
internal static class LookedInto
{
    /// <summary>The files.</summary>
    /// <param name="gclass">The gclass.</param>
    /// <param name="reading">What was read; null when nothing was.</param>
    public static IReadOnlyCollection<SyntaxTree> Of(INamedTypeSymbol gclass, MachineReading? reading)
    {
        var files = new HashSet<SyntaxTree>(reading?.Looked ?? []);

        // The tables and the hand-written code, what both inherit, and where they stand.
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
            // The summaries of events, and whether the types are obsolete; the inputs of targets.
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

    /// <summary>The type of a target, whose inputs stand in its table, and what it derives from; and the event that goes on.</summary>
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
