using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0060: the machine can enter each state.</summary>
internal sealed class UnreachableStateRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UnreachableState,
        "Every state can be entered",
        "State '{0}' of '{1}' is never entered: no row leads to it from where the machine can be",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The machine begins in its first state, and rows and ChangeState lead to the others. If none leads to a state, a next state is missing in a row, or the state is no longer needed.",
        helpLinkUri: HelpLink.For(DiagnosticIds.UnreachableState));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        if (reading.Graph is not { } graph)
        {
            return [];
        }

        var dead = new HashSet<int>(graph.Leaves.Select(static leaf => leaf.Index).Where(leaf => !graph.Reachable.Contains(leaf)));
        return graph.Leaves.Where(leaf => dead.Contains(leaf.Index)).Select(leaf => Outermost(reading, graph, leaf, dead).Index).Distinct().Select(index => reading.States[index])
            .Select(state => At(state.Symbol.Locations.FirstOrDefault(), state.Symbol.Name, reading.GClass.Name));
    }

    /// <summary>
    /// Returns the outermost state around an unreachable one in which all leaves are unreachable, which is reported once.
    /// </summary>
    private static StateSite Outermost(MachineReading reading, StateGraph graph, StateSite leaf, HashSet<int> dead) => reading.Nesting.PathOf(leaf)
        .Last(state => graph.Leaves.Where(other => reading.Nesting.PathOf(other).Any(around => around.Index == state.Index)).All(other => dead.Contains(other.Index)));
}
