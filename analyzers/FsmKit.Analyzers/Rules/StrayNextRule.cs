using System.Collections.Immutable;
using FsmKit.Analyzers.Bodies;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0081: a row leads where all other rows lead whose actions end the same way, when these are three or more.</summary>
internal sealed class StrayNextRule : BodyRule
{
    /// <summary>How many rows have to agree. Asked of two, the rule finds fault with rows of shipped gclasses and test programs that are right; asked of three, with none.</summary>
    private const int Enough = 3;

    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.StrayNext,
        "Rows that do the same lead to one state",
        "'{0}' {1} here, and each of the other {2} rows {3} {4}: one of the states may be meant for another, or one of the actions",
        HelpLink.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An action tells what has happened, and most often that is always followed by the same state. One row that leads elsewhere than three or more others with its action, or with actions that end with the same call, has most likely got the wrong state or the wrong action.",
        helpLinkUri: HelpLink.For(DiagnosticIds.StrayNext));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation) =>
        from like in bodies.Reading.Rows.SelectMany(row => EndsOf(row, bodies).Select(end => (Row: row, End: end))).GroupBy(static one => one.End, static one => one.Row, SymbolEqualityComparer.Default)
        let ways = like.GroupBy(static row => row.Next?.Text).OrderBy(static rows => rows.Count()).ToList()
        where ways.Count == 2 && ways[0].Count() == 1 && ways[1].Count() >= Enough
        let stray = ways[0].Single()
        where !IsThere(bodies.Reading, stray, ways[1].First().Next)
        group (Others: ways[1], End: like.Key) by stray into found // Once, of the nearest likes.
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

    /// <summary>The action of a row, the method of the gclass that is called last in it, the one that is called last in that, and the event that is published at the end.</summary>
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

    /// <summary>Whether a row stays where the others lead to.</summary>
    private static bool IsThere(MachineReading reading, RowSite row, NextSite? others) =>
        row is { Next: null, State: not null } && others is not null && reading.Nesting.PathOf(row.State).Any(state => state.Index == others.Index);

    private static string Way(string? next) => next is null ? "stays in its state" : $"leads to '{next}'";
}
