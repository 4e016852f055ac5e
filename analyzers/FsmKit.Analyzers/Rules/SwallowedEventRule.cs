using System.Collections.Immutable;
using FsmKit.Generators;
using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0064: a closing Refuse is known to refuse what other states handle.</summary>
internal sealed class SwallowedEventRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.SwallowedEvent,
        "A closing Refuse says what it refuses",
        "[Refuse] on '{0}' refuses {1} too, which other states handle: a row may be missing",
        HelpLink.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A closing [Refuse] answers all that is not listed, also what is added later or has been lost. Written out, each refusal is a decision that can be read.",
        helpLinkUri: HelpLink.For(DiagnosticIds.SwallowedEvent));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        var handled = new HashSet<int>(reading.Rows.Where(static row => row.Answer.TakesEvent()).Select(static row => row.Input));
        foreach (var state in reading.States.Where(static state => state.IsClosed && state.History is null))
        {
            var inside = reading.States.Where(other => reading.Nesting.PathOf(other).Any(around => around.Index == state.Index)).Select(static other => other.Index);
            var scopes = reading.Nesting.PathOf(state).Select(static around => around.Index).Concat(inside).Append(RowModel.GClass);
            var listed = new HashSet<int>(scopes.SelectMany(scope => reading.RowsByScope[scope]).Select(static row => row.Input));
            var swallowed = reading.Inputs.Where((_, input) => handled.Contains(input) && !listed.Contains(input)).Select(static site => site.Model).ToList();
            if (swallowed.Count > 0)
            {
                yield return Diagnostic.Create(
                    Rule, Place(state, cancellation) ?? state.Symbol.Locations.FirstOrDefault(),
                    ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Events, string.Join(DiagnosticProperties.Separator.ToString(), swallowed.Select(static e => e.Type))),
                    state.Symbol.Name, string.Join(", ", swallowed.Select(static e => e.Name)));
            }
        }
    }

    private static Location? Place(StateSite state, CancellationToken cancellation) =>
        state.Symbol.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.Refuse) && attribute.AttributeClass is { IsGenericType: false })?.Place(cancellation);
}
