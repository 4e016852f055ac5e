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
        "[Refuse] on '{0}' refuses {1} too, which {2}: a row may be missing",
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
        var asked = Enumerable.Range(0, reading.Inputs.Count).Where(input => handled.Contains(input) && !IsOfWork(reading, input) && !mayBe(reading.Inputs[input].Model))
            .OrderByDescending(input => handled[input].Distinct().Count()).ToList();
        foreach (var state in reading.States.Where(state => state.IsClosed && MeetsEvents(reading, state)))
        {
            var inside = reading.States.Where(other => reading.Nesting.PathOf(other).Any(around => around.Index == state.Index)).ToList();
            var outside = new HashSet<int>(reading.Nesting.PathOf(state).Select(static around => around.Index).Append(RowModel.GClass).SelectMany(scope => reading.RowsByScope[scope]).Select(static row => row.Input));
            var listed = new HashSet<int>(inside.SelectMany(other => reading.RowsByScope[other.Index]).Select(static row => row.Input).Concat(outside));
            var swallowed = asked.Where(input => !listed.Contains(input)).Select(input => reading.Inputs[input].Model).ToList();
            if (swallowed.Count > 0)
            {
                var named = string.Join(", ", swallowed.Take(Most).Select(static e => e.Name)) + (swallowed.Count > Most ? $" and {swallowed.Count - Most} more" : "");
                yield return Create(Place(state, cancellation) ?? state.Symbol.Locations.FirstOrDefault(), state, swallowed, named, "other states handle");
            }

            foreach (var (leaf, input) in Alone(reading, state, inside, asked.Where(input => !outside.Contains(input))))
            {
                var e = reading.Inputs[input].Model;
                yield return Create(leaf.Symbol.Locations.FirstOrDefault(), state, [e], $"{e.Name} in '{leaf.Symbol.Name}'", "all other states inside answer");
            }
        }
    }

    /// <summary>The events that a composite refuses for one leaf inside only, with that leaf. Of two leaves none is told: each half would be alone.</summary>
    private static IEnumerable<(StateSite Leaf, int Input)> Alone(MachineReading reading, StateSite composite, IReadOnlyList<StateSite> inside, IEnumerable<int> inputs)
    {
        var leaves = inside.Where(leaf => !reading.Nesting.IsComposite(leaf.Index) && MeetsEvents(reading, leaf))
            .Select(leaf => (Leaf: leaf, Listed: new HashSet<int>(reading.Nesting.PathOf(leaf).TakeWhile(around => around.Index != composite.Index).SelectMany(around => reading.RowsByScope[around.Index]).Select(static row => row.Input))))
            .ToList();
        return leaves.Count < 3 ? [] : inputs.Select(input => (Lacking: leaves.Where(one => !one.Listed.Contains(input)).Select(static one => one.Leaf).ToList(), Input: input))
            .Where(static one => one.Lacking.Count == 1 && !one.Lacking[0].IsClosed).Select(static one => (one.Lacking[0], one.Input));
    }

    private static bool MeetsEvents(MachineReading reading, StateSite state) => state is { History: null, Final: null } && !EffectiveRows.IsPassing(reading, state);

    private static Diagnostic Create(Location? place, StateSite state, IEnumerable<EventModel> events, string named, string others) => Diagnostic.Create(
        Rule, place,
        ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Events, string.Join(DiagnosticProperties.Separator.ToString(), events.Select(static e => e.Type))),
        state.Symbol.Name, named, others);

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
