using System.Collections.Immutable;
using FsmKit.Generators;
using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0064: a closing Refuse does not refuse, without notice, events that other states handle.</summary>
internal sealed class SwallowedEventRule : Rule
{
    /// <summary>Option with the events that a closing Refuse may refuse: short names with commas between, or * for all.</summary>
    private const string Option = "fsmkit_refuse_may_swallow";

    /// <summary>Maximum number of events in the message, those handled by most states first, because a longer list is not read.</summary>
    private const int Most = 3;

    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.SwallowedEvent,
        "A closing Refuse does not hide a missing row",
        "[Refuse] on '{0}' refuses {1} too, which {2}: a row may be missing",
        HelpLink.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A closing [Refuse] answers all events without a row, including events that are added later and rows that were deleted by mistake. Rows that are written out make each refusal a visible decision.",
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

    /// <summary>Returns the events that a composite refuses for one leaf alone, with that leaf. Two leaves are not reported.</summary>
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

    /// <summary>
    /// Whether the event is the end of asynchronous work and only the states with that work answer it. A state that is left cancels its
    /// work.
    /// </summary>
    private static bool IsOfWork(MachineReading reading, int input)
    {
        var working = new HashSet<int>(reading.States.Where(state => state.Invocations.Any(work => work.Input == input || work.FailureInput == input)).Select(static state => state.Index));
        return working.Count > 0 && reading.Rows.Where(row => row.Input == input)
            .All(row => row.State is { } state && reading.Nesting.PathOf(state).Any(around => working.Contains(around.Index)));
    }

    private static Location? Place(StateSite state, CancellationToken cancellation) =>
        state.Symbol.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.Refuse) && attribute.AttributeClass is { IsGenericType: false })?.Place(cancellation);
}
