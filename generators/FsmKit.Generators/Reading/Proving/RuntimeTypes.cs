using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>Facts about the types of .NET and their values.</summary>
internal static class RuntimeTypes
{
    /// <summary>Public key tokens of the assemblies of .NET. A name alone proves nothing, because every assembly can have it.</summary>
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "b03f5f7f11d50a3a", "b77a5c561934e089", "cc7b13ffcd2ddd51", "7cec85d7bea7798e", "adb9793829ddae60", "31bf3856ad364e35",
    };

    /// <summary>Structs of .NET with equality, hash and order of .NET, beside those that the language knows.</summary>
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal)
    {
        "System.DateTimeOffset", "System.TimeSpan", "System.DateOnly", "System.TimeOnly", "System.Guid", "System.Half", "System.Int128",
        "System.UInt128", "System.Index", "System.Range", "System.Text.Rune",
    };

    /// <summary>
    /// Types with an enumerator, or a length and an indexer, that is bound by the static type and runs only code of .NET.
    /// </summary>
    private static readonly HashSet<string> Traversable = new(StringComparer.Ordinal)
    {
        "System.Span`1", "System.ReadOnlySpan`1", "System.ArraySegment`1", "System.Collections.Generic.List`1",
        "System.Collections.Generic.Queue`1", "System.Collections.Generic.Stack`1", "System.Collections.Generic.HashSet`1",
        "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.Dictionary`2+KeyCollection",
        "System.Collections.Generic.Dictionary`2+ValueCollection",
    };

    /// <summary>Whether .NET declares the type.</summary>
    public static bool Declares(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || type.ContainingAssembly is { Identity: { IsStrongName: true } identity } && Keys.Contains(Hex(identity.PublicKeyToken))
            && (identity.Name is "mscorlib" or "netstandard" or "System" || identity.Name.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>Returns the name as the tables write it: namespace, outer types, arity.</summary>
    public static string Name(ITypeSymbol type)
    {
        var name = type.MetadataName;
        for (var around = type.ContainingType; around is not null; around = around.ContainingType)
        {
            name = $"{around.MetadataName}+{name}";
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } place ? $"{place.ToDisplayString()}.{name}" : name;
    }

    /// <summary>
    /// Whether the equality and hash of a value are those of .NET: a primitive, a text, an enum, a date, a tuple or a nullable of these.
    /// </summary>
    public static bool HasOwnEquality(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String or SpecialType.System_DateTime } => true,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => true,
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => true,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(static element => HasOwnEquality(element.Type)),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => HasOwnEquality(nullable.TypeArguments[0]),
        INamedTypeSymbol { IsValueType: true, IsGenericType: false } value => Declares(value) && Values.Contains(Name(value)),
        _ => false,
    };

    /// <summary>
    /// Whether the text of a value depends on nothing replaceable. Numbers and dates use the current culture, which may be a class of the
    /// author.
    /// </summary>
    public static bool HasOwnText(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Boolean };

    /// <summary>Whether a foreach over the type runs only code of .NET.</summary>
    public static bool IsTraversable(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String }
        || (type is INamedTypeSymbol named && Declares(named) && Traversable.Contains(Name(named.OriginalDefinition)));

    /// <summary>
    /// Whether storing a value of the type into an array calls no object. A cast to an interface may (IDynamicInterfaceCastable).
    /// </summary>
    public static bool IsStorable(ITypeSymbol type) => type.TypeKind is not (TypeKind.Interface or TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Error);

    private static string Hex(IEnumerable<byte> bytes) => string.Concat(bytes.Select(static one => one.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
}
