using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers;

/// <summary>Types whose values a snapshot keeps without a JSON context; the same as SimpleValues in the runtime.</summary>
internal static class SimpleTypes
{
    private static readonly string[] Others = ["DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid"];

    public static bool Contain(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: var values } => Contain(values[0]),
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String or SpecialType.System_DateTime } => true,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => true,
        _ => Others.Any(type.IsSystemType),
    };
}
