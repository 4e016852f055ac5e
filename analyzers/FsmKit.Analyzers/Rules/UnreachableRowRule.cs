using System.Collections.Immutable;
using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0008: no row follows another row for the same event that always answers or has the same guard.</summary>
internal sealed class UnreachableRowRule : Rule
{
    private static readonly ImmutableDictionary<string, string?> Movable =
        ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.CanMove, "");

    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UnreachableRow,
        "Every row can be reached",
        "This row for {0} is never reached, {1} has answered it before",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The rows of a state for one event are tried in order and the first whose guard holds wins; a row without a guard ends the list.",
        helpLinkUri: HelpLink.For(DiagnosticIds.UnreachableRow));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        var earlier = new List<RowSite>();
        var hidden = new List<(RowSite Winner, RowSite Row)>();
        foreach (var row in reading.Rows)
        {
            if (row.Answer.IsTimeout() || (row.IsOfEvent && row.Event is null))
            {
                continue;
            }

            if (earlier.Find(before => Hides(before, row)) is { } winner)
            {
                // The rows that would be tried before the winner, if the winner came last.
                var between = hidden.Where(other => other.Winner == winner).Select(static other => other.Row).ToList();
                var canMove = !winner.IsGuarded && row.IsGuarded && between.TrueForAll(static other => other.IsGuarded);
                var places = between.Prepend(winner).Select(other => other.Attribute.Place(cancellation) ?? Location.None);
                hidden.Add((winner, row));
                yield return Diagnostic.Create(
                    Rule, row.Attribute.Place(cancellation), places, canMove ? Movable : null, row.Event?.ShortName() ?? $"{row.Answer}", Says(winner));
            }
            else
            {
                earlier.Add(row);
            }
        }
    }

    /// <summary>
    /// Whether a row hides a later one. Guards have no side effects, so one that did not hold does not hold when it is evaluated again.
    /// </summary>
    private static bool Hides(RowSite before, RowSite row) =>
        ReferenceEquals(before.State, row.State)
        && (row.IsOfEvent ? SymbolEqualityComparer.Default.Equals(before.Event, row.Event) : before.Answer == row.Answer)
        && (!before.IsGuarded || (before.Guard is { } guard && guard.Name == row.Guard?.Name));

    private static string Says(RowSite row) => row.Guard is { } guard ? $"the row with the same guard '{guard.Name}'" : $"an unguarded {row.Answer}";
}
