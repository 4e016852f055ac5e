using FsmKit.Generators.Reading.Proving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>The bodies of a gclass, as far as the generated code has to know them.</summary>
internal sealed class HandWrittenCode(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
{
    /// <summary>Who calls this much code does not notice a queue.</summary>
    private const int MostPieces = 500;

    private readonly Dictionary<IMethodSymbol, bool> _judged = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the name occurs in a body of the class.</summary>
    public bool Mentions(string name) => gclass.DeclaringSyntaxReferences.Any(
        declaration => declaration.GetSyntax(cancellation).DescendantTokens().Any(
            token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is IdentifierNameSyntax));

    /// <summary>
    /// Whether an event can come back to the gobj while one of its actions, or its <c>StartUp</c>, runs: false only when everything that its
    /// actions, guards, entry and exit actions do is known to call nothing that could call back.
    /// </summary>
    public bool CanLeadBack(MachineReading reading) => CanLeadBack(Starts(reading), Delays(reading));

    /// <summary>Whether an event can come back to the gobj while this one action runs.</summary>
    public bool CanLeadBack(IMethodSymbol action)
    {
        if (!_judged.TryGetValue(action, out var leadsBack))
        {
            _judged.Add(action, leadsBack = CanLeadBack([action], []));
        }

        return leadsBack;
    }

    private bool CanLeadBack(IEnumerable<IMethodSymbol> starts, IEnumerable<ISymbol?> delays)
    {
        var own = new OwnCode(gclass, compilation, cancellation);
        var members = new Members(gclass, own, new RuntimeMembers(new Freshness(gclass, compilation, cancellation)));
        var insulation = new Insulation(members);
        if (!starts.All(method => own.Has(method.ContainingType) && own.Follow(method)) || !delays.All(delay => MayBeRead(delay, members)))
        {
            return true;
        }

        for (var pieces = 0; own.Next() is { } code; pieces++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (pieces == MostPieces || Talks(code)
                || compilation.GetSemanticModel(code.SyntaxTree).GetOperation(code, cancellation) is not { } operation || !insulation.Holds(operation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every method that generated code calls.</summary>
    private IEnumerable<IMethodSymbol> Starts(MachineReading reading) =>
        reading.Calls.Select(static call => call.Method).Append(StartUp()).OfType<IMethodSymbol>();

    /// <summary>What runs before the initial state is entered: the method of the gclass or of a class between it and GObj.</summary>
    private IMethodSymbol? StartUp() =>
        Classes().SelectMany(static type => type.GetMembers(KnownNames.StartUp)).OfType<IMethodSymbol>().FirstOrDefault(static method => method.IsOverride);

    /// <summary>The fields and properties that are read for the delays of timeouts.</summary>
    private IEnumerable<ISymbol?> Delays(MachineReading reading) =>
        from row in reading.Rows
        where row.Delay?.Member is { Method: null, Problem: CallProblem.None }
        select Classes().SelectMany(type => type.GetMembers(row.Delay!.Member!.Name)).FirstOrDefault();

    private IEnumerable<INamedTypeSymbol> Classes()
    {
        for (var type = gclass; type is not null && !type.IsGObj(); type = type.BaseType)
        {
            yield return type;
        }
    }

    private static bool MayBeRead(ISymbol? delay, Members members) =>
        delay is IFieldSymbol field ? !field.IsStatic || members.MayBeTouched(field.ContainingType) : members.AreHarmless(delay, null);

    /// <summary>The common case, without asking what names mean: who sends or publishes can be answered.</summary>
    private static bool Talks(SyntaxNode body) => body.DescendantNodes().Any(
        static node => node is InvocationExpressionSyntax { Expression: var called } && Name(called) is "Send" or "Publish");

    private static string? Name(ExpressionSyntax called) => called switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
