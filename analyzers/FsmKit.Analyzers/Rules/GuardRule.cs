using FsmKit.Analyzers.Bodies;
using FsmKit.Analyzers.Guards;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0068: a guard can hold and can fail, also after the guards before it have failed.</summary>
internal sealed class GuardRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Guard,
        "Every guard makes a difference",
        "{0}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The rows for one event are tried in order. The row of a guard that never holds, or only in cases of earlier rows, is never taken. A guard that always holds hides the rows after it.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Guard));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation)
    {
        var fixedGuards = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var guard in bodies.Guards)
        {
            cancellation.ThrowIfCancellationRequested();
            var says = bodies.FormulaOf(guard);
            if ((Cases.CanHold(says) == false ? "never" : Cases.CanHold(Formula.Not(says)) == false ? "always" : null) is { } how && fixedGuards.Add(guard))
            {
                yield return At(guard.Locations.FirstOrDefault(), $"Guard '{guard.Name}' of '{bodies.Reading.GClass.Name}' {how} holds");
            }
        }

        foreach (var group in GuardedRows.ByScopeAndEvent(bodies.Reading))
        {
            var before = new List<RowSite>();
            var taken = Formula.False;
            foreach (var row in group.TakeWhile(static row => row.Guard is not null))
            {
                if (row.Guard!.Method is not { } guard || fixedGuards.Contains(guard))
                {
                    break;
                }

                var says = bodies.FormulaOf(guard);
                if (before.Count > 0 && Cases.CanHold(Formula.And(says, Formula.Not(taken))) == false)
                {
                    yield return At(
                        row.Attribute.Place(cancellation),
                        $"This row of '{bodies.Reading.GClass.Name}' is never taken: when '{guard.Name}' holds, {string.Join(" or ", before.Select(static one => $"'{one.Guard!.Name}'").Distinct())} has held before");
                }

                before.Add(row);
                taken = Formula.Or(taken, says);
            }
        }
    }
}
