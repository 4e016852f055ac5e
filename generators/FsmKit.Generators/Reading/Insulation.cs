using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Judges whether code calls only what cannot call back: its own methods (which are then judged too), plain members of the BCL, members of
/// values. Everything unknown counts as a way back, which costs a queue and never correctness.
/// </summary>
internal sealed class Insulation(INamedTypeSymbol gclass, Stack<IMethodSymbol> alsoCalled)
{
    private static readonly HashSet<string> HarmlessOfGObj = new(StringComparer.Ordinal)
    {
        "Name", "IsDestroyed", "Now", "Post", "Parent",
    };

    public bool Holds(IOperation operation)
    {
        foreach (var part in operation.DescendantsAndSelf())
        {
            if (!HoldsItself(part))
            {
                return false;
            }
        }

        return true;
    }

    private bool HoldsItself(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsHarmless(call.TargetMethod, call.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => IsHarmless(constructor, creation.Arguments),
        IPropertyReferenceOperation reference => IsHarmless(reference.Property, reference.Arguments),
        IBinaryOperation { OperatorMethod: { } method } => IsPlain(method),
        IUnaryOperation { OperatorMethod: { } method } => IsPlain(method),
        IConversionOperation { OperatorMethod: { } method } => IsPlain(method),
        IIncrementOrDecrementOperation { OperatorMethod: { } method } => IsPlain(method),
        ICompoundAssignmentOperation { OperatorMethod: { } method } => IsPlain(method),
        IForEachLoopOperation loop => loop.Collection.Type is IArrayTypeSymbol || (loop.Collection.Type is { } type && IsOfTheBcl(type)),

        // Generated members do not exist while the generator reads: ChangeState and CurrentState bind to nothing.
        IInvalidOperation invalid => IsGenerated(invalid),
        IAwaitOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation
            or IDynamicIndexerAccessOperation or IFunctionPointerInvocationOperation or IUsingOperation or IUsingDeclarationOperation
            or IEventAssignmentOperation or ITypeParameterObjectCreationOperation or ILocalFunctionOperation => false,
        _ => true,
    };

    private static bool IsGenerated(IInvalidOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: KnownNames.ChangeState } } => true,
        IdentifierNameSyntax { Identifier.ValueText: KnownNames.ChangeState or "CurrentState" } => true,
        _ => false,
    };

    private bool IsHarmless(ISymbol member, IEnumerable<IArgumentOperation> arguments)
    {
        if (SymbolEqualityComparer.Default.Equals(member.ContainingType, gclass))
        {
            return member switch
            {
                IMethodSymbol { IsVirtual: false, IsAbstract: false, IsOverride: false } method => Also(method),
                IPropertySymbol property => IsAuto(property),
                _ => false,
            };
        }

        return member.ContainingType is { } type && (type.IsGObj()
            ? HarmlessOfGObj.Contains(member.Name)
            : IsPlain(member) && !arguments.Any(static argument => CarriesCode(argument.Parameter?.Type)));
    }

    private bool Also(IMethodSymbol method)
    {
        alsoCalled.Push(method);
        return true;
    }

    private static bool IsAuto(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>A member of the BCL that is not overridden elsewhere, or a generated or value member of a small type.</summary>
    private static bool IsPlain(ISymbol member)
    {
        if (member is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } || member.ContainingType is not { } type)
        {
            return false;
        }

        var mayBeOverridden = (member.IsVirtual || member.IsAbstract || member.IsOverride) && type is { IsSealed: false, IsValueType: false };
        return !mayBeOverridden && (IsOfTheBcl(type) || (type.IsValueType && (member.IsImplicitlyDeclared || member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Constructor })));
    }

    private static bool IsOfTheBcl(ITypeSymbol type) =>
        type.SpecialType != SpecialType.None || type.ContainingAssembly is { Name: var name }
        && (name is "mscorlib" or "netstandard" || name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    private static bool CarriesCode(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Delegate } || (type is not null && (type.IsGObj() || type.DerivesFromGObj()));
}
