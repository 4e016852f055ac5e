using FsmKit.Analyzers.Bodies;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0092: the length of a timeout is known when its state is entered, before the action of the row runs.</summary>
internal sealed class LateLengthRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.LateLength,
        "The length of a timeout is known when its state is entered",
        "'{0}' writes '{1}' after '{2}' has read it: the timeout uses the old length; start it with StartTimer in '{0}', or write '{1}' in an earlier row",
        HelpLink.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A transition first starts the timeouts of the states that it enters, and then runs the action of its row and the entry actions. A length that these write is read too early.",
        helpLinkUri: HelpLink.For(DiagnosticIds.LateLength));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation)
    {
        var reading = bodies.Reading;
        var told = new HashSet<AttributeData>();
        foreach (var timeout in reading.Rows.Where(static row => row.Delay?.Member is not null && row.State is not null))
        {
            cancellation.ThrowIfCancellationRequested();
            var read = new HashSet<ISymbol>(Members(bodies, timeout), SymbolEqualityComparer.Default);
            foreach (var row in reading.Rows.Where(row => row.Action?.Method is not null && Enters(reading, row, timeout.State!)))
            {
                if (bodies.Reach(row.Action!.Method!).Select(static one => one.WrittenMember()).FirstOrDefault(member => member is not null && read.Contains(member)) is { } written && told.Add(row.Attribute))
                {
                    yield return At(row.Attribute.Place(cancellation), row.Action.Name, written.Name, $"{timeout.Answer}({timeout.Delay!.Member!.Name})");
                }
            }
        }
    }

    /// <summary>Returns the members that give the length of a timeout.</summary>
    private static IEnumerable<ISymbol> Members(GClassBodies bodies, RowSite timeout)
    {
        if (timeout.Delay!.Member!.Method is not { } method)
        {
            return bodies.Reading.GClass.GetMembers(timeout.Delay.Member.Name);
        }

        return bodies.Reach(method).Select(static operation => operation.OwnMember()).OfType<ISymbol>();
    }

    /// <summary>Whether the transition of a row enters a state from outside.</summary>
    private static bool Enters(MachineReading reading, RowSite row, StateSite state)
    {
        if (row.Next is not { Index: >= 0 and var next } || reading.States[next].History is not null)
        {
            return false;
        }

        return reading.Nesting.PathOf(reading.States[reading.Nesting.LeafOf(next)]).Contains(state)
            && (row.State is null || row.Reenters || row.State == state || !reading.Nesting.PathOf(row.State).Contains(state));
    }
}
