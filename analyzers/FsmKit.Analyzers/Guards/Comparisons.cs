using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Guards;

/// <summary>Reads comparisons as formulas.</summary>
internal static class Comparisons
{
    /// <summary>Returns the formula of a comparison of values; null without a known constant and order.</summary>
    public static Formula? Of(IBinaryOperation compared)
    {
        if (compared.OperatorMethod is { ContainingType.SpecialType: not (SpecialType.System_String or SpecialType.System_Decimal) })
        {
            return null;
        }

        if (Constant(compared.RightOperand) is { } right)
        {
            return With(compared.LeftOperand, compared.OperatorKind, right.Value);
        }

        if (Constant(compared.LeftOperand) is { } left)
        {
            return With(compared.RightOperand, Turned(compared.OperatorKind), left.Value);
        }

        return Subjects.NameOf(compared.LeftOperand) is { } one && Subjects.NameOf(compared.RightOperand) is { } other && KindOf(compared.LeftOperand.Type) is not SubjectKind.Truth
            ? string.CompareOrdinal(one, other) <= 0 ? Related($"{one} to {other}", compared.OperatorKind) : Related($"{other} to {one}", Turned(compared.OperatorKind))
            : null;
    }

    /// <summary>Returns the formula of a relation between a subject and a constant.</summary>
    public static Formula? With(IOperation subject, BinaryOperatorKind how, object? constant)
    {
        var bare = Bare(subject);
        return Subjects.NameOf(subject) is { } name ? Related(name, IsLength(bare) ? SubjectKind.Natural : KindOf(bare.Type), how, constant, MembersOf(bare.Type)) : null;
    }

    /// <summary>Returns the constant value of an operation, with numbers in one form.</summary>
    public static (object? Value, bool IsKnown)? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: var value } ? (Normal(value), true) : null;

    /// <summary>Returns the kind of the values of a type.</summary>
    private static SubjectKind KindOf(ITypeSymbol? type)
    {
        type = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return (type as INamedTypeSymbol)?.EnumUnderlyingType is not null ? SubjectKind.Whole : type?.SpecialType switch
        {
            SpecialType.System_Boolean => SubjectKind.Truth,
            SpecialType.System_Char or SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 => SubjectKind.Natural,
            SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 => SubjectKind.Whole,
            SpecialType.System_Decimal or SpecialType.System_Single or SpecialType.System_Double => SubjectKind.Number,
            _ => SubjectKind.Other,
        };
    }

    /// <summary>Returns the values of an enum without [Flags]; null for any other type.</summary>
    private static IReadOnlyList<object?>? MembersOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { EnumUnderlyingType: not null } && !type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == nameof(FlagsAttribute))
            ? [.. type.GetMembers().OfType<IFieldSymbol>().Where(static member => member.HasConstantValue).Select(static member => Normal(member.ConstantValue))]
            : null;

    private static bool IsLength(IOperation operation) => operation is IPropertyReferenceOperation { Property.Name: "Count" or "Length" };

    private static IOperation Bare(IOperation operation) => operation switch
    {
        IParenthesizedOperation inner => Bare(inner.Operand),
        IConversionOperation { OperatorMethod: null } converted => Bare(converted.Operand),
        _ => operation,
    };

    /// <summary>Returns the formula of an order between two subjects: their difference compared with zero.</summary>
    private static Formula? Related(string name, BinaryOperatorKind how) => Related(name, SubjectKind.Number, how, 0m);

    private static Formula? Related(string name, SubjectKind kind, BinaryOperatorKind how, object? constant, IReadOnlyList<object?>? values = null)
    {
        Comparison Is(Relation relation) => new(name, kind, relation, constant) { Values = values };
        return how switch
        {
            BinaryOperatorKind.Equals => Is(Relation.Equal),
            BinaryOperatorKind.NotEquals => Formula.Not(Is(Relation.Equal)),
            _ when kind is SubjectKind.Truth or SubjectKind.Other => null,
            BinaryOperatorKind.LessThan => Is(Relation.Less),
            BinaryOperatorKind.GreaterThan => Is(Relation.Greater),
            BinaryOperatorKind.LessThanOrEqual => Formula.Or(Is(Relation.Less), Is(Relation.Equal)),
            BinaryOperatorKind.GreaterThanOrEqual => Formula.Or(Is(Relation.Greater), Is(Relation.Equal)),
            _ => null,
        };
    }

    private static BinaryOperatorKind Turned(BinaryOperatorKind how) => how switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => how,
    };

    private static object? Normal(object? value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal => Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture),
        char letter => (decimal)letter,
        float number => Normal((double)number),
        double number when Math.Abs(number) < 1e15 => (decimal)number,
        double number => number > 0 ? decimal.MaxValue : decimal.MinValue,
        _ => value,
    };
}
