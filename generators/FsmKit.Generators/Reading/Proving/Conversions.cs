using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>Judges conversions: those that run a method, hide one, or ask the object.</summary>
internal static class Conversions
{
    /// <summary>Whether the conversion runs no method except those that <paramref name="isHarmless"/> accepts.</summary>
    public static bool Holds(IConversionOperation operation, Func<IMethodSymbol, bool> isHarmless) =>
        operation.Operand is not (IAnonymousFunctionOperation or IMethodReferenceOperation)
        && Holds(operation.GetConversion(), operation.Operand.Type, operation.Type, isHarmless);

    /// <summary>Judges a conversion without an operation: of a loop's elements, of a deconstruction, of a compound assignment.</summary>
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

        // Roslyn does not show the conversions of a tuple's elements.
        if (!conversion.IsTupleLiteralConversion && (HasTuple(from) || HasTuple(to)) && !IsSame(from, to))
        {
            return false;
        }

        // A cast to an interface can call the object (IDynamicInterfaceCastable). An implicit one cannot, because the static type
        // implements the interface.
        return conversion.IsImplicit || !(conversion.IsReference || conversion.IsUnboxing) || to.TypeKind is not (TypeKind.Interface or TypeKind.TypeParameter);
    }

    /// <summary>Judges a conversion that Roslyn shows only as a <see cref="CommonConversion"/>.</summary>
    public static bool Holds(CommonConversion conversion, Func<IMethodSymbol, bool> isHarmless) =>
        conversion.IsIdentity || (conversion.Exists && (conversion.MethodSymbol is { } method ? isHarmless(method) : conversion.IsNumeric || (conversion.IsReference && conversion.IsImplicit)));

    /// <summary>
    /// Whether a type test runs no code of the object. A test for an interface that the static type does not implement can.
    /// </summary>
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
