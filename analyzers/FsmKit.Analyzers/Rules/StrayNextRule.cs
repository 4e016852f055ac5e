using System.Collections.Immutable;
using FsmKit.Analyzers.Bodies;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0081: a row has the same next state as all other rows whose actions end the same way, if these are three or more.</summary>
internal sealed class StrayNextRule : BodyRule
{
    /// <summary>
    /// Minimum number of rows that agree. With 2 the rule reports correct rows of shipped gclasses and test programs; with 3 it reports
    /// none.
    /// </summary>
    private const int Enough = 3;

    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.StrayNext,
        "Rows that do the same lead to one state",
        "'{0}' {1} here, and each of the other {2} rows {3} {4}: the state or the action of one of them may be wrong",
        HelpLink.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Rows with the same action mostly have the same next state. If three or more rows have one action, or actions with the same last call, a single row with another next state is likely to have the wrong state or the wrong action.",
        helpLinkUri: HelpLink.For(DiagnosticIds.StrayNext));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation) =>
        from like in bodies.Reading.Rows.SelectMany(row => EndsOf(row, bodies).Select(end => (Row: row, End: end))).GroupBy(static one => one.End, static one => one.Row, SymbolEqualityComparer.Default)
        let ways = like.GroupBy(static row => row.Next?.Text).OrderBy(static rows => rows.Count()).ToList()
        where ways.Count == 2 && ways[0].Count() == 1 && ways[1].Count() >= Enough
        let stray = ways[0].Single()
        where !IsThere(bodies.Reading, stray, ways[1].First().Next)
        group (Others: ways[1], End: like.Key) by stray into found // Once per row, for the most similar others.
        select Tell(found.Key, found.First().Others.ToList(), found.First().End, cancellation);

    private static Diagnostic Tell(RowSite stray, List<RowSite> others, ISymbol end, CancellationToken cancellation)
    {
        var next = others[0].Next?.Text;
        var place = stray.Next is null ? stray.Attribute.Place(cancellation) : stray.Attribute.ArgumentPlace("Next", cancellation);
        var likeness = SymbolEqualityComparer.Default.Equals(end, stray.Action!.Method) ? "that run it"
            : end is ITypeSymbol ? $"with an action that ends with publishing '{end.Name}', as this one does,"
            : $"with an action that ends with '{end.Name}', as this one does,";
        return Diagnostic.Create(
            Rule, place ?? Location.None, ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Next, next), stray.Action.Name, Way(stray.Next?.Text), others.Count, likeness, Way(next));
    }

    /// <summary>
    /// Returns the ends of a row: its action, the method of the gclass called last in the action, the one called last in that, and the
    /// event published at the end.
    /// </summary>
    private static List<ISymbol> EndsOf(RowSite row, GClassBodies bodies)
    {
        var ends = new List<ISymbol>();
        for (var method = row.Action?.Method; method is not null && !ends.Contains(method, SymbolEqualityComparer.Default);)
        {
            ends.Add(method);
            var last = bodies.BodyOf(method)?.LastCall();
            if (last is { TargetMethod.Name: KnownNames.Publish, Arguments.Length: > 0 } && last.Arguments[0].Value.Type is { } e)
            {
                ends.Add(e);
            }

            method = last is not null && bodies.BodyOf(last.TargetMethod) is not null ? last.TargetMethod : null;
        }

        return ends;
    }

    /// <summary>Whether a row stays in the next state of the others.</summary>
    private static bool IsThere(MachineReading reading, RowSite row, NextSite? others) =>
        row is { Next: null, State: not null } && others is not null && reading.Nesting.PathOf(row.State).Any(state => state.Index == others.Index);

    private static string Way(string? next) => next is null ? "stays in its state" : $"leads to '{next}'";
}
