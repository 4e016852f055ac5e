using FsmKit.Generators.Reading.Proving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>The bodies of a gclass, as far as the generated code has to know them.</summary>
internal sealed class HandWrittenCode(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
{
    private readonly Reach _reach = new(gclass, compilation, cancellation);
    private readonly Dictionary<IMethodSymbol, bool> _judged = new(SymbolEqualityComparer.Default);

    /// <summary>The files of other types that were looked into.</summary>
    public IReadOnlyCollection<SyntaxTree> Looked => _reach.Looked;

    /// <summary>Whether the name occurs in a body of the class.</summary>
    public bool Mentions(string name) => gclass.DeclaringSyntaxReferences.Any(
        declaration => declaration.GetSyntax(cancellation).DescendantTokens().Any(
            token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is IdentifierNameSyntax));

    /// <summary>Whether the class calls the method of that name that it has from GObj.</summary>
    public bool Starts(string name) => gclass.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax(cancellation).DescendantNodes().Any(
        node => node is InvocationExpressionSyntax call && CalledName.OfOwn(call.Expression)?.Identifier.ValueText == name
            && compilation.GetSemanticModel(node.SyntaxTree).GetSymbolInfo(call, cancellation).Symbol?.ContainingType.IsGObj() == true));

    /// <summary>
    /// Whether an event can come back to the gobj while one of its actions, or its <c>StartUp</c>, runs: false only when everything that its
    /// actions, guards, entry and exit actions do is known to call nothing that could call back.
    /// </summary>
    public bool CanLeadBack(MachineReading reading) => !_reach.IsHarmless(Starts(reading), Delays(reading));

    /// <summary>Whether an event can come back to the gobj while this one action or guard runs.</summary>
    public bool CanLeadBack(IMethodSymbol method)
    {
        if (!_judged.TryGetValue(method, out var leadsBack))
        {
            _judged.Add(method, leadsBack = !_reach.IsHarmless([method], []));
        }

        return leadsBack;
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
}
