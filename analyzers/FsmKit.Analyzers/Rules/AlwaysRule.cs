using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0029: rows without an event come to an end.</summary>
internal sealed class AlwaysRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Always,
        "Rows without an event come to an end",
        "{0}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An Always row is tried after each transition. Always rows without guards must not lead back to a state where they began.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Always));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        var told = new HashSet<RowSite>();
        foreach (var row in reading.Rows.Where(static row => row is { Answer: AnswerKind.Always, IsGuarded: false, Next: null }))
        {
            told.Add(row);
            yield return At(row.Attribute.Place(cancellation), "An Always row without a guard has to lead to another state: add 'Next', or 'When'");
        }

        foreach (var leaf in reading.States.Where(state => IsLeaf(reading, state)))
        {
            var path = Path(reading, leaf);
            if (path.Count > 0 && told.Add(path[0].Row))
            {
                path.ForEach(step => told.Add(step.Row));
                var way = string.Join(" to ", path.Select(static step => $"'{step.Leaf.Symbol.Name}'").Append($"'{leaf.Symbol.Name}'"));
                yield return At(path[0].Row.Attribute.Place(cancellation), $"Always rows without guards never come to an end, from {way}: one of them needs 'When'");
            }
        }
    }

    private static bool IsLeaf(MachineReading reading, StateSite state) => state.History is null && !reading.Nesting.IsComposite(state.Index);

    /// <summary>Returns the rows without a guard that lead from a leaf back to it; empty when they end elsewhere.</summary>
    private static List<(StateSite Leaf, RowSite Row)> Path(MachineReading reading, StateSite leaf)
    {
        var path = new List<(StateSite, RowSite)>();
        for (var at = leaf; path.Count <= reading.States.Count;)
        {
            var around = reading.Nesting.PathOf(at).Select(static state => state.Index).Append(RowModel.GClass);
            if (EffectiveRows.IsEnd(reading, at) || around.SelectMany(scope => reading.RowsByScope[scope])
                .FirstOrDefault(static row => row is { Answer: AnswerKind.Always, IsGuarded: false }) is not { Next.Index: >= 0 and var next } row)
            {
                break;
            }

            path.Add((at, row));
            at = reading.States[reading.Nesting.LeafOf(next)];
            if (at == leaf)
            {
                return path;
            }
        }

        return [];
    }
}
