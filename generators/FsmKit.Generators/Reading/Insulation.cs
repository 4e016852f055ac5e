using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Judges whether code calls only what cannot call back: its own methods and those of values (which are then judged too), plain members of
/// the BCL, what the compiler writes. Everything unknown counts as a way back, which costs a queue and never correctness.
/// </summary>
internal sealed class Insulation(INamedTypeSymbol gclass, Stack<IMethodSymbol> alsoCalled)
{
    private static readonly HashSet<string> HarmlessOfGObj = new(StringComparer.Ordinal)
    {
        "Name", "IsDestroyed", "Now", "Post", "Parent", KnownNames.StartUp,
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

    /// <summary>Whether the property only keeps a value: an automatic one, or a parameter, whose methods the table names.</summary>
    public static bool IsStored(IPropertySymbol property) =>
        property.GetAttributes().Any(static attribute => attribute.Is(KnownNames.Parameter))
        || property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
        || (property.DeclaringSyntaxReferences.IsEmpty && property.GetMethod is { } getter
            && getter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute"));

    private bool HoldsItself(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsHarmless(call.TargetMethod, call.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => IsHarmless(constructor, creation.Arguments),
        IPropertyReferenceOperation reference => IsHarmless(reference.Property, reference.Arguments),
        IBinaryOperation { OperatorMethod: { } method } => IsHarmless(method, []),
        IUnaryOperation { OperatorMethod: { } method } => IsHarmless(method, []),
        IConversionOperation { OperatorMethod: { } method } => IsHarmless(method, []),
        IIncrementOrDecrementOperation { OperatorMethod: { } method } => IsHarmless(method, []),
        ICompoundAssignmentOperation { OperatorMethod: { } method } => IsHarmless(method, []),

        // What becomes an object, or is put into a text, is asked for its text, its hash or its equals.
        IConversionOperation { Type.SpecialType: SpecialType.System_Object, Operand.Type: { } type } => BclTypes.IsPlain(type),
        IInterpolationOperation { Expression.Type: { } type } => BclTypes.IsPlain(type),
        IForEachLoopOperation loop => Given(loop.Collection) is { } type && BclTypes.IsPlainCollection(type),
        ISpreadOperation spread => Given(spread.Operand) is { } type && BclTypes.IsPlainCollection(type),
        IDeconstructionAssignmentOperation { Value.Type: var type } => type is { IsTupleType: true },
        IImplicitIndexerReferenceOperation { Instance.Type: var type } => type is not null && BclTypes.IsPlainCollection(type),
        IListPatternOperation { InputType: var type } => BclTypes.IsPlainCollection(type),
        IRecursivePatternOperation { DeconstructSymbol: { } method } => IsHarmless(method, []),

        // Generated members do not exist while the generator reads: ChangeState and CurrentState bind to nothing, and nothing can be posted to
        // a gclass that accepts no event yet.
        IInvalidOperation invalid => IsGenerated(invalid),
        IAwaitOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation
            or IDynamicIndexerAccessOperation or IFunctionPointerInvocationOperation or IUsingOperation or IUsingDeclarationOperation
            or IEventAssignmentOperation or ITypeParameterObjectCreationOperation or ILocalFunctionOperation or ITupleBinaryOperation => false,
        _ => true,
    };

    private static bool IsGenerated(IInvalidOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: KnownNames.ChangeState or "Post" } } => true,
        IdentifierNameSyntax { Identifier.ValueText: KnownNames.ChangeState or "CurrentState" } => true,
        _ => false,
    };

    private bool IsHarmless(ISymbol member, IEnumerable<IArgumentOperation> arguments)
    {
        if (member.ContainingType is not { } type || member is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke })
        {
            return false;
        }

        if (SymbolEqualityComparer.Default.Equals(type, gclass))
        {
            return !(member.IsVirtual || member.IsAbstract || member.IsOverride) && IsOwn(member);
        }

        if (type.IsGObj())
        {
            return HarmlessOfGObj.Contains(member.Name);
        }

        var mayBeOverridden = (member.IsVirtual || member.IsAbstract || member.IsOverride) && type is { IsSealed: false, IsValueType: false };
        return !mayBeOverridden && (BclTypes.Has(type)
            ? !arguments.Any(static argument => CarriesCode(argument))
            : type.IsValueType && (IsOwn(member) || member is IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences.IsEmpty: true }));
    }

    /// <summary>Code that can be read: what keeps a value or was written by the compiler is harmless, the rest is judged later.</summary>
    private bool IsOwn(ISymbol member)
    {
        switch (member)
        {
            case IPropertySymbol property when IsStored(property):
            case IMethodSymbol { IsImplicitlyDeclared: true }:
            case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when IsPrimary(constructor):
                return true;
            case IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } method:
                alsoCalled.Push(method);
                return true;
            case IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false } property:
                new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>().ToList().ForEach(alsoCalled.Push);
                return true;
            default:
                return false;
        }
    }

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(static declaration => declaration.GetSyntax() is TypeDeclarationSyntax);

    /// <summary>The type of a value as it is, not as it is seen.</summary>
    private static ITypeSymbol? Given(IOperation value) => value is IConversionOperation { IsImplicit: true, Operand: var operand } ? operand.Type : value.Type;

    /// <summary>What an argument gives the BCL to call: a delegate, a gobj, a sequence that somebody else wrote.</summary>
    private static bool CarriesCode(IArgumentOperation argument)
    {
        var given = Given(argument.Value);
        return argument.Parameter?.Type switch
        {
            null => false,
            { TypeKind: TypeKind.Delegate } => true,
            { TypeKind: TypeKind.Interface } => given is null || !BclTypes.IsPlainCollection(given) && !BclTypes.IsPlain(given),
            var type => type.IsGObj() || type.DerivesFromGObj(),
        };
    }
}
