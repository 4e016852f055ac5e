using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0063: a later state handles each deferred event.</summary>
internal sealed class DeferredForeverRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.DeferredForever,
        "A deferred event is handled in a later state",
        "{0}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Defer keeps an event until a state handles it. Where no later state does, the event waits for ever and takes the place of others.",
        helpLinkUri: HelpLink.For(DiagnosticIds.DeferredForever));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        if (reading.Graph is not { } graph)
        {
            yield break;
        }

        foreach (var row in reading.Rows.Where(static row => row.Answer == AnswerKind.Defer))
        {
            var places = graph.Leaves.Where(leaf => graph.Reachable.Contains(leaf.Index) && graph.RowsOf(leaf.Index).Any(effective => ReferenceEquals(effective, row))).ToList();
            var lost = places.Find(leaf => !graph.From(leaf.Index).Any(later => graph.RowsOf(later).Any(other => other.Input == row.Input && other.Answer.TakesEvent())));
            if (lost is not null)
            {
                yield return At(
                    row.Attribute.EventPlace(cancellation),
                    $"'{row.Event!.Name}' is deferred in state '{lost.Symbol.Name}' of '{reading.GClass.Name}', and no state that can follow handles it");
            }
        }
    }
}
