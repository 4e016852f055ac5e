using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>
/// Collects the code of the author that an action calls and that can be read here: methods of the gclass and of structs, initialisers of
/// their constructors, and the code that runs before the first use of a static member.
/// </summary>
internal sealed class OwnCode(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
{
    private readonly List<SyntaxNode> _called = [];
    private readonly HashSet<ISymbol> _begun = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxTree> _looked = [];

    /// <summary>Files of the types whose code was read. An edit of one may change the judgement.</summary>
    public IReadOnlyCollection<SyntaxTree> Looked => _looked;

    /// <summary>Returns the pieces of code that were added since the last call.</summary>
    public IReadOnlyList<SyntaxNode> TakeCalled()
    {
        var called = _called.ToArray();
        _called.Clear();
        _begun.Clear();
        return called;
    }

    /// <summary>Whether the code of a type can be read here: that of the gclass, or of a struct of this compilation.</summary>
    public bool Has(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type, gclass) || (type.IsValueType && IsHere(type));

    /// <summary>Whether the type is declared in this compilation.</summary>
    public bool IsHere(INamedTypeSymbol type) =>
        !type.DeclaringSyntaxReferences.IsEmpty && compilation.ContainsSyntaxTree(type.DeclaringSyntaxReferences[0].SyntaxTree);

    /// <summary>Adds a method to the code to judge.</summary>
    /// <returns>False when its body is unknown.</returns>
    public bool Follow(IMethodSymbol called)
    {
        var method = called.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        LookInto(method.ContainingType);
        if (method.IsAbstract || method.IsExtern || method.IsAsync || method.IsPartialDefinition || (Begins(method) && !Begin(method.ContainingType)))
        {
            return false;
        }

        switch (method)
        {
            case { MethodKind: MethodKind.Constructor }:
                return FollowConstructor(method);
            case { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property }:
                return FollowAccessor(method, property);
            case { IsImplicitlyDeclared: true }:
                return FollowWritten(method);
            default:
                return FollowBodies(method);
        }
    }

    /// <summary>Adds both accessors of a property to the code to judge.</summary>
    public bool Follow(IPropertySymbol named)
    {
        var property = named.OriginalDefinition;
        property = property.PartialImplementationPart ?? property;
        LookInto(property.ContainingType);
        return property.IsPartialDefinition
            ? IsQuietParameter(property)
            : new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>().All(Follow);
    }

    /// <summary>
    /// Adds the code that runs before the first use of a static member of a type, or of a method of a struct: static constructor and
    /// initialisers.
    /// </summary>
    public bool Begin(INamedTypeSymbol used)
    {
        var type = used.OriginalDefinition;
        LookInto(type);
        if (!_begun.Add(type))
        {
            return true;
        }

        return type.StaticConstructors.All(constructor => constructor.IsImplicitlyDeclared || FollowBodies(constructor)) && FollowInitialisers(type, isStatic: true);
    }

    /// <summary>
    /// Whether the equality and hash of a value run only code of .NET: a value of .NET, or a record struct of such values without its own
    /// members for them.
    /// </summary>
    public bool HasOwnEquality(ITypeSymbol type) =>
        RuntimeTypes.HasOwnEquality(type)
        || (type is INamedTypeSymbol { IsRecord: true, IsValueType: true } record && Has(record)
            && record.GetMembers().All(member => member switch
            {
                IMethodSymbol { Name: "Equals" or "GetHashCode" } method => method.IsImplicitlyDeclared,
                IFieldSymbol { IsStatic: false } field => HasOwnEquality(field.Type),
                _ => true,
            }));

    /// <summary>
    /// Whether the generator writes the setter, and the text of a rejected value needs no culture. The methods that the setter calls are
    /// judged too.
    /// </summary>
    private bool IsQuietParameter(IPropertySymbol property)
    {
        if (property.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.Parameter)) is not { } parameter)
        {
            return false;
        }

        var calls = parameter.NamedArguments.Where(static argument => argument.Key is "Validate" or "Coerce").ToList();
        return (RuntimeTypes.HasOwnEquality(property.Type) || calls.All(static call => call.Key != "Validate"))
            && calls.All(call => property.ContainingType.GetMembers(call.Value.Value as string ?? "").OfType<IMethodSymbol>().ToList() is { Count: > 0 } named && named.All(Follow));
    }

    /// <summary>
    /// Whether the call can trigger static initialisers. For a class, whose instance exists already, only the read of a static member can.
    /// </summary>
    private static bool Begins(IMethodSymbol method) => method.ContainingType.IsValueType || (method.IsStatic && method.AssociatedSymbol is not null);

    private bool FollowConstructor(IMethodSymbol constructor)
    {
        var type = constructor.ContainingType;
        if (!type.IsValueType || !FollowInitialisers(type, isStatic: false))
        {
            return false;
        }

        // A primary constructor has no body of its own.
        return constructor.IsImplicitlyDeclared
            || constructor.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax(cancellation) is TypeDeclarationSyntax)
            || FollowBodies(constructor);
    }

    private bool FollowAccessor(IMethodSymbol accessor, IPropertySymbol property)
    {
        // The property of a positional parameter, and a property without accessor bodies, only keep a value.
        if (property.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax(cancellation) is ParameterSyntax))
        {
            return true;
        }

        return accessor.DeclaringSyntaxReferences.Length == 1 && accessor.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is AccessorDeclarationSyntax { Body: null, ExpressionBody: null }
            || FollowBodies(accessor);
    }

    /// <summary>Judges the methods that the compiler writes for a record struct.</summary>
    private bool FollowWritten(IMethodSymbol method) => method.Name switch
    {
        "op_Equality" or "op_Inequality" or "Equals" or "GetHashCode" => HasOwnEquality(method.ContainingType),
        "Deconstruct" => method.Parameters.All(parameter => method.ContainingType.GetMembers(parameter.Name).All(member => member is IPropertySymbol property ? Follow(property) : member is IFieldSymbol)),
        _ => false,
    };

    private bool FollowInitialisers(INamedTypeSymbol type, bool isStatic)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic != isStatic || member is not (IFieldSymbol { IsConst: false } or IPropertySymbol or IEventSymbol))
            {
                continue;
            }

            foreach (var declaration in member.DeclaringSyntaxReferences)
            {
                var value = declaration.GetSyntax(cancellation) switch
                {
                    VariableDeclaratorSyntax field => field.Initializer,
                    PropertyDeclarationSyntax property => property.Initializer,
                    _ => null,
                };
                if (value is not null && !Pend(value))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void LookInto(INamedTypeSymbol type) => _looked.UnionWith(type.DeclaringSyntaxReferences.Select(static declaration => declaration.SyntaxTree));

    private bool FollowBodies(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty && method.DeclaringSyntaxReferences.All(declaration => Pend(declaration.GetSyntax(cancellation)));

    private bool Pend(SyntaxNode code)
    {
        if (!compilation.ContainsSyntaxTree(code.SyntaxTree))
        {
            return false;
        }

        _called.Add(code);
        return true;
    }
}
