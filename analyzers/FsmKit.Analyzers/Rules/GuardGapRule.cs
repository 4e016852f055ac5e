using FsmKit.Analyzers.Bodies;
using FsmKit.Analyzers.Guards;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0069: the table says how an event is answered when no guard holds.</summary>
internal sealed class GuardGapRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.GuardGap,
        "Guards leave no gap",
        "When no guard holds, '{0}' is refused in '{1}' of '{2}': add a row without a guard, or say [Refuse<{0}>]",
        HelpLink.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Rows with guards answer an event only when one of them holds. A row for the other cases makes the decision visible.",
        helpLinkUri: HelpLink.For(DiagnosticIds.GuardGap));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation)
    {
        var told = new HashSet<AttributeData>();
        if (bodies.Reading.Graph is not { } graph)
        {
            yield break;
        }

        foreach (var leaf in graph.Leaves.Where(leaf => !bodies.Reading.Nesting.PathOf(leaf).Any(static around => around.IsClosed)))
        {
            foreach (var rows in graph.RowsOf(leaf.Index).Where(static row => row.IsOfEvent && row.Input >= 0).GroupBy(static row => row.Input))
            {
                cancellation.ThrowIfCancellationRequested();
                var nearest = rows.First().State;
                var last = rows.Last(row => ReferenceEquals(row.State, nearest));
                if (rows.All(static row => row.Guard?.Method is not null)
                    && Cases.CanHold(Formula.Not(rows.Select(row => bodies.FormulaOf(row.Guard!.Method!)).Aggregate(Formula.Or)), withNaN: false) == true && told.Add(last.Attribute))
                {
                    yield return At(last.Attribute.Place(cancellation), last.Event?.ShortName(), leaf.Symbol.Name, bodies.Reading.GClass.Name);
                }
            }
        }
    }
}
