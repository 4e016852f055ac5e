using FsmKit.Generators.Reading.Proving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>Answers questions about the hand-written bodies of a gclass.</summary>
internal sealed class HandWrittenCode(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
{
    private readonly Reach _reach = new(gclass, compilation, cancellation);
    private readonly Dictionary<IMethodSymbol, bool> _judged = new(SymbolEqualityComparer.Default);

    /// <summary>Files of other types that were read.</summary>
    public IReadOnlyCollection<SyntaxTree> Looked => _reach.Looked;

    /// <summary>Whether the name occurs in a body of the class.</summary>
    public bool Mentions(string name) => gclass.DeclaringSyntaxReferences.Any(
        declaration => declaration.GetSyntax(cancellation).DescendantTokens().Any(
            token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is IdentifierNameSyntax));

    /// <summary>Whether the class calls its inherited method of GObj with that name.</summary>
    public bool Starts(string name) => gclass.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax(cancellation).DescendantNodes().Any(
        node => node is InvocationExpressionSyntax call && CalledName.OfOwn(call.Expression)?.Identifier.ValueText == name
            && compilation.GetSemanticModel(node.SyntaxTree).GetSymbolInfo(call, cancellation).Symbol?.ContainingType.IsGObj() == true));

    /// <summary>
    /// Whether an event can come back to the gobj while an action or its <c>StartUp</c> runs. False only when it is proved that no action,
    /// guard, entry or exit action calls code that could call back.
    /// </summary>
    public bool CanLeadBack(MachineReading reading) => !_reach.IsHarmless(Starts(reading), Delays(reading));

    /// <summary>Whether an event can come back to the gobj while this action or guard runs.</summary>
    public bool CanLeadBack(IMethodSymbol method)
    {
        if (!_judged.TryGetValue(method, out var leadsBack))
        {
            _judged.Add(method, leadsBack = !_reach.IsHarmless([method], []));
        }

        return leadsBack;
    }

    /// <summary>Returns every method that generated code calls.</summary>
    private IEnumerable<IMethodSymbol> Starts(MachineReading reading) =>
        reading.Calls.Select(static call => call.Method).Append(StartUp()).OfType<IMethodSymbol>();

    /// <summary>
    /// Returns the StartUp that runs before the initial state is entered: that of the gclass or of a class between it and GObj.
    /// </summary>
    private IMethodSymbol? StartUp() =>
        Classes().SelectMany(static type => type.GetMembers(KnownNames.StartUp)).OfType<IMethodSymbol>().FirstOrDefault(static method => method.IsOverride);

    /// <summary>Returns the fields and properties that generated code reads for the delays of timeouts.</summary>
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
