using System.Collections.Immutable;
using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0062: at least one state handles each input event.</summary>
internal sealed class UnhandledInputRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UnhandledInput,
        "Every input event is handled somewhere",
        "{0}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An input event that no state handles is refused whenever it comes: a row is missing, or the event need not be declared. An event that is only ignored is declared for a child that publishes it.",
        helpLinkUri: HelpLink.For(DiagnosticIds.UnhandledInput));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        if (reading.Graph is not { } graph)
        {
            yield break;
        }

        var rows = graph.Leaves.Where(leaf => graph.Reachable.Contains(leaf.Index)).SelectMany(leaf => graph.RowsOf(leaf.Index)).Where(static row => row.Answer.TakesEvent());
        var handled = new HashSet<int>(rows.Select(static row => row.Input));
        for (var input = 0; input < reading.Inputs.Count; input++)
        {
            var written = reading.Rows.Where(row => row.Input == input).ToList();
            var (e, place) = (reading.Inputs[input].Type.Name, reading.Inputs[input].Attribute.EventPlace(cancellation));
            if (!handled.Contains(input) && written.Exists(static row => row.Answer.TakesEvent()))
            {
                yield return Diagnostic.Create(
                    Rule, place, ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.HasRows, ""), $"Only states that '{reading.GClass.Name}' never enters handle '{e}'");
            }
            else if (written.Count == 0)
            {
                yield return At(place, $"No state of '{reading.GClass.Name}' handles '{e}': a closing [Refuse] refuses it everywhere");
            }
        }
    }
}
