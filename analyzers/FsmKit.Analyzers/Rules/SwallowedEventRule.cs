using System.Collections.Immutable;
using FsmKit.Generators;
using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0064: a closing Refuse is known to refuse what other states handle.</summary>
internal sealed class SwallowedEventRule : Rule
{
    /// <summary>The events that a closing Refuse may refuse without a word: short names with commas between, or a star for all.</summary>
    private const string Option = "fsmkit_refuse_may_swallow";

    /// <summary>So many are named, those first that most states handle: a longer list is not read.</summary>
    private const int Most = 3;

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

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) => Judge(reading, static _ => false, cancellation);

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, AnalyzerConfigOptions options, CancellationToken cancellation)
    {
        var may = options.TryGetValue(Option, out var names) ? names.Split(',').Select(static name => name.Trim()).ToImmutableHashSet() : [];
        return may.Contains("*") ? [] : Judge(reading, e => may.Contains(e.Name), cancellation);
    }

    private static IEnumerable<Diagnostic> Judge(MachineReading reading, Func<EventModel, bool> mayBe, CancellationToken cancellation)
    {
        var handled = reading.Rows.Where(static row => row.Answer.TakesEvent() && row.Input >= 0).ToLookup(static row => row.Input, static row => row.State?.Index);
        foreach (var state in reading.States.Where(state => state is { IsClosed: true, History: null, Final: null } && !EffectiveRows.IsPassing(reading, state)))
        {
            var inside = reading.States.Where(other => reading.Nesting.PathOf(other).Any(around => around.Index == state.Index)).Select(static other => other.Index);
            var scopes = reading.Nesting.PathOf(state).Select(static around => around.Index).Concat(inside).Append(RowModel.GClass);
            var listed = new HashSet<int>(scopes.SelectMany(scope => reading.RowsByScope[scope]).Select(static row => row.Input));
            var swallowed = Enumerable.Range(0, reading.Inputs.Count).Where(input => handled.Contains(input) && !listed.Contains(input) && !IsOfWork(reading, input) && !mayBe(reading.Inputs[input].Model))
                .OrderByDescending(input => handled[input].Distinct().Count()).Select(input => reading.Inputs[input].Model).ToList();
            if (swallowed.Count > 0)
            {
                yield return Diagnostic.Create(
                    Rule, Place(state, cancellation) ?? state.Symbol.Locations.FirstOrDefault(),
                    ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Events, string.Join(DiagnosticProperties.Separator.ToString(), swallowed.Select(static e => e.Type))),
                    state.Symbol.Name, string.Join(", ", swallowed.Take(Most).Select(static e => e.Name)) + (swallowed.Count > Most ? $" and {swallowed.Count - Most} more" : ""));
            }
        }
    }

    /// <summary>Tells whether the event is the end of asynchronous work that only the states with that work answer. A state that is left cancels its work.</summary>
    private static bool IsOfWork(MachineReading reading, int input)
    {
        var working = new HashSet<int>(reading.States.Where(state => state.Invocations.Any(work => work.Input == input || work.FailureInput == input)).Select(static state => state.Index));
        return working.Count > 0 && reading.Rows.Where(row => row.Input == input)
            .All(row => row.State is { } state && reading.Nesting.PathOf(state).Any(around => working.Contains(around.Index)));
    }

    private static Location? Place(StateSite state, CancellationToken cancellation) =>
        state.Symbol.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.Refuse) && attribute.AttributeClass is { IsGenericType: false })?.Place(cancellation);
}
