using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>Judges conversions: which run a method, which hide one, which ask the object.</summary>
internal static class Conversions
{
    /// <summary>Whether the conversion runs no method but those that <paramref name="isHarmless"/> knows.</summary>
    public static bool Holds(IConversionOperation operation, Func<IMethodSymbol, bool> isHarmless) =>
        operation.Operand is not (IAnonymousFunctionOperation or IMethodReferenceOperation)
        && Holds(operation.GetConversion(), operation.Operand.Type, operation.Type, isHarmless);

    /// <summary>The same for a conversion that is no operation: of a loop's elements, of a deconstruction, of a compound assignment.</summary>
    public static bool Holds(Conversion conversion, ITypeSymbol? from, ITypeSymbol? to, Func<IMethodSymbol, bool> isHarmless)
    {
        if (conversion.IsIdentity || conversion.IsNullLiteral || conversion.IsDefaultLiteral || SymbolEqualityComparer.Default.Equals(from, to))
        {
            return true;
        }

        if (!conversion.Exists || conversion.IsDynamic || from is { TypeKind: TypeKind.Dynamic } || to is null || conversion.IsInterpolatedStringHandler)
        {
            return false;
        }

        if (conversion.MethodSymbol is { } method)
        {
            return isHarmless(method);
        }

        // The conversions of a tuple's elements are not shown.
        if (!conversion.IsTupleLiteralConversion && (HasTuple(from) || HasTuple(to)) && !IsSame(from, to))
        {
            return false;
        }

        // A cast to an interface may ask the object (IDynamicInterfaceCastable); the compiler needs none where the type says it.
        return conversion.IsImplicit || !(conversion.IsReference || conversion.IsUnboxing) || to.TypeKind is not (TypeKind.Interface or TypeKind.TypeParameter);
    }

    /// <summary>For what Roslyn shows in its simpler form only.</summary>
    public static bool Holds(CommonConversion conversion, Func<IMethodSymbol, bool> isHarmless) =>
        conversion.IsIdentity || (conversion.Exists && (conversion.MethodSymbol is { } method ? isHarmless(method) : conversion.IsNumeric || (conversion.IsReference && conversion.IsImplicit)));

    /// <summary>Whether asking an object for the type asks only .NET: not for an interface that its static type does not promise.</summary>
    public static bool IsQuietTest(ITypeSymbol? asked, ITypeSymbol? given) =>
        asked is not null && (asked.TypeKind is not (TypeKind.Interface or TypeKind.TypeParameter or TypeKind.Error or TypeKind.Dynamic) || SymbolEqualityComparer.Default.Equals(asked, given));

    private static bool HasTuple(ITypeSymbol? type) => Bare(type) is { IsTupleType: true };

    private static ITypeSymbol? Bare(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsSame(ITypeSymbol? from, ITypeSymbol? to) =>
        Bare(from) is INamedTypeSymbol { IsTupleType: true } left && Bare(to) is INamedTypeSymbol { IsTupleType: true } right
            ? left.TupleElements.Length == right.TupleElements.Length && left.TupleElements.Zip(right.TupleElements, static (one, other) => IsSame(one.Type, other.Type)).All(static same => same)
            : SymbolEqualityComparer.Default.Equals(Bare(from), Bare(to));
}
