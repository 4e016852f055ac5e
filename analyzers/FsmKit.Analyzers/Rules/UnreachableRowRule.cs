using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0008: rows for one event are tried in order, so none may stand behind one that always answers or that has asked the same.</summary>
internal sealed class UnreachableRowRule : Rule
{
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
        foreach (var row in reading.Rows)
        {
            if (row.Answer == AnswerKind.After || row.Event is null)
            {
                continue;
            }

            if (earlier.Find(before => Hides(before, row)) is { } winner)
            {
                yield return At(row.Attribute.Place(cancellation), row.Event.ShortName(), Says(winner));
            }
            else
            {
                earlier.Add(row);
            }
        }
    }

    /// <summary>Guards have no side effects, so one that did not hold does not hold when it is asked again.</summary>
    private static bool Hides(RowSite before, RowSite row) =>
        ReferenceEquals(before.State, row.State)
        && SymbolEqualityComparer.Default.Equals(before.Event, row.Event)
        && (!before.IsGuarded || (before.Guard is { } guard && guard.Name == row.Guard?.Name));

    private static string Says(RowSite row) => row.Guard is { } guard ? $"the row with the same guard '{guard.Name}'" : $"an unguarded {row.Answer}";
}
