using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0061: a state that is never left is marked as final.</summary>
internal sealed class TrapRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Trap,
        "A state that is never left is final",
        "{0}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "From this state the machine never returns to earlier states, and the state is not marked as an end. Mark the state [Final], or add the row that leads out of it.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Trap));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        // A gclass that destroys itself needs no final state.
        if (reading.Graph is not { IsOpen: false } graph || reading.Names.Of(KnownNames.Destroy).Any())
        {
            yield break;
        }

        // A history remembers only states in which the machine has been.
        var from = graph.Reachable.ToDictionary(static leaf => leaf, leaf => new HashSet<int>(graph.From(leaf).Where(graph.Reachable.Contains)));
        var parts = from.Keys.GroupBy(leaf => from[leaf].Where(other => from[other].Contains(leaf)).Min()).Select(static part => part.OrderBy(static leaf => leaf).ToList()).ToList();
        foreach (var part in parts.Where(part => part.Count < from.Count && from[part[0]].Count == part.Count && !part.Exists(leaf => reading.States[leaf].Final is not null)))
        {
            // A trap is reported only if the machine could return to earlier states before it. Otherwise the states before it are only the
            // start.
            var lost = parts.Where(other => other != part && other.Count > 1).SelectMany(static other => other).Select(leaf => reading.States[leaf]).ToList();
            if (lost.Count > 0 || (part.Count == 1 && IsIdle(graph, reading.States[part[0]])))
            {
                // A group of states that alternate may be the normal operation after a start with retries, so this is a hint only.
                yield return Diagnostic.Create(
                    Rule, reading.States[part[0]].Symbol.Locations.FirstOrDefault(), part.Count == 1 ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, null, null,
                    Message(reading, [.. part.Select(leaf => reading.States[leaf])], lost));
            }
        }
    }

    private static string Message(MachineReading reading, IReadOnlyList<StateSite> part, IReadOnlyList<StateSite> lost) => part.Count == 1
        ? $"State '{part[0].Symbol.Name}' of '{reading.GClass.Name}' is never left and is not final: mark it [Final], or add a row that leads out of it"
        : $"States {Names(part)} of '{reading.GClass.Name}' are never left: no row leads from them back to {Names(lost)}";

    private static string Names(IEnumerable<StateSite> states) => string.Join(", ", states.Select(static state => $"'{state.Symbol.Name}'"));

    /// <summary>Whether no row of the state has an action.</summary>
    private static bool IsIdle(StateGraph graph, StateSite leaf) =>
        leaf.Invocations.Count == 0 && graph.RowsOf(leaf.Index).All(static row => row is { Action: null, Forward: null });
}
