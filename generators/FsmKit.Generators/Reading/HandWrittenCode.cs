using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>The bodies of a gclass, as far as the generated code has to know them.</summary>
internal sealed class HandWrittenCode(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
{
    /// <summary>Whether the name occurs in a body of the class.</summary>
    public bool Mentions(string name) => gclass.DeclaringSyntaxReferences.Any(
        declaration => declaration.GetSyntax(cancellation).DescendantTokens().Any(
            token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is IdentifierNameSyntax));

    /// <summary>
    /// Whether an event can come back to the gobj while one of its actions, or its <c>StartUp</c>, runs: false only when everything that its
    /// actions, guards, entry and exit actions call is known to return without calling anything of somebody else's.
    /// </summary>
    public bool CanLeadBack(MachineReading reading)
    {
        var pending = new Stack<IMethodSymbol>(reading.Calls.Select(static call => call.Method!).Where(static method => method is not null));
        if (StartUp() is { } startUp)
        {
            pending.Push(startUp);
        }

        // The delays of timeouts may be fields and properties too.
        if (reading.Rows.Any(row => row.Delay?.Member is { Method: null, Problem: CallProblem.None } delay && !gclass.GetMembers(delay.Name).All(IsStored)))
        {
            return true;
        }

        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var method = pending.Pop();
            if (seen.Add(method) && !StaysInside(method, pending))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What runs before the initial state is entered: the method of the gclass or of a class between it and GObj.</summary>
    private IMethodSymbol? StartUp()
    {
        for (var at = gclass; at is not null && !at.IsGObj(); at = at.BaseType)
        {
            if (at.GetMembers(KnownNames.StartUp).OfType<IMethodSymbol>().FirstOrDefault(static method => method.IsOverride) is { } method)
            {
                return method;
            }
        }

        return null;
    }

    private static bool IsStored(ISymbol member) => member is IFieldSymbol || (member is IPropertySymbol property && Insulation.IsStored(property));

    private bool StaysInside(IMethodSymbol method, Stack<IMethodSymbol> pending)
    {
        var isInside = SymbolEqualityComparer.Default.Equals(method.ContainingType, gclass) || method.ContainingType.IsValueType;
        if (!isInside || method.IsAsync || method.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        foreach (var declaration in method.DeclaringSyntaxReferences)
        {
            var syntax = declaration.GetSyntax(cancellation);
            if (Talks(syntax))
            {
                return false;
            }

            var body = compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation);
            if (body is null || !new Insulation(gclass, pending).Holds(body))
            {
                return false;
            }
        }

        return true;
    }

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
