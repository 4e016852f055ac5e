using System.Collections.Immutable;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0007: every state answers every event. Reported once per state, so that a new event does not fill the screen.</summary>
internal sealed class UnansweredEventRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UnansweredEvent,
        "Every state answers every event",
        "State '{0}' of '{1}' does not answer {2}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Each state answers each input event: On runs an action or leads to a state, Ignore expects the event and does nothing, Refuse rejects an event that must not come.",
        helpLinkUri: HelpLink.For(DiagnosticIds.UnansweredEvent));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        // A gobj is never in a composite alone or in a history, and a state that it only passes meets no event.
        foreach (var state in reading.States.Where(state => state.History is null && !reading.Nesting.IsComposite(state.Index) && !EffectiveRows.IsPassing(reading, state)))
        {
            // A row about an event that does not compile may be the missing one.
            var around = reading.Nesting.PathOf(state).ToList();
            if (reading.Rows.Any(row => row.IsUnread && (row.State is null || around.Contains(row.State))))
            {
                continue;
            }

            var missing = reading.Inputs.Where((_, input) => !RowModels.Answers(reading, state, input)).Select(static site => site.Model).ToList();
            if (missing.Count > 0)
            {
                var separator = DiagnosticProperties.Separator.ToString();
                yield return Diagnostic.Create(
                    Rule, state.Symbol.Locations.FirstOrDefault(),
                    ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Events, string.Join(separator, missing.Select(static e => e.Type))),
                    state.Symbol.Name, reading.GClass.Name, string.Join(", ", missing.Select(static e => e.Name)));
            }
        }
    }
}
