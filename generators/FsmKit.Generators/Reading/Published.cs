using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>The events that the code of a gclass publishes.</summary>
internal sealed class Published
{
    private readonly HashSet<string> _made = [];
    private readonly HashSet<ITypeSymbol> _others = new(SymbolEqualityComparer.Default);

    private Published()
    {
    }

    /// <summary>Reads them; null when one cannot be told, as where <c>Publish</c> is handed on as a delegate.</summary>
    public static Published? Of(MachineReading reading, CancellationToken cancellation)
    {
        var published = new Published();
        foreach (var name in reading.Names.Of(KnownNames.Publish))
        {
            var called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            if (called.Parent is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } || !published.Read(arguments[0].Expression, reading, cancellation))
            {
                return null;
            }
        }

        return published;
    }

    /// <summary>Whether the event is among them.</summary>
    public bool Has(INamedTypeSymbol e) => _made.Contains(e.Name) || _others.Contains(e);

    private bool Read(ExpressionSyntax argument, MachineReading reading, CancellationToken cancellation)
    {
        // The common case needs no meaning: a name that is another event's too only hides a fault.
        if (argument is ObjectCreationExpressionSyntax made)
        {
            _made.Add(NameOf(made.Type));
            return true;
        }

        var type = reading.Compilation.GetSemanticModel(argument.SyntaxTree).GetTypeInfo(argument, cancellation);
        if ((type.Type ?? type.ConvertedType) is not { TypeKind: not TypeKind.Error } @event)
        {
            return false;
        }

        _others.Add(@event);
        return true;
    }

    private static string NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
