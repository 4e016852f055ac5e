using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>The types of .NET itself, and what is known of their values.</summary>
internal static class RuntimeTypes
{
    /// <summary>The keys that the assemblies of .NET are signed with: a name alone anybody can take.</summary>
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "b03f5f7f11d50a3a", "b77a5c561934e089", "cc7b13ffcd2ddd51", "7cec85d7bea7798e", "adb9793829ddae60", "31bf3856ad364e35",
    };

    /// <summary>Structs of .NET whose equality, hash and order are .NET's own, beside those that the language knows.</summary>
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal)
    {
        "System.DateTimeOffset", "System.TimeSpan", "System.DateOnly", "System.TimeOnly", "System.Guid", "System.Half", "System.Int128",
        "System.UInt128", "System.Index", "System.Range", "System.Text.Rune",
    };

    /// <summary>What has an enumerator, or a length and an indexer, that is found by its type and runs nothing but .NET's code.</summary>
    private static readonly HashSet<string> Traversable = new(StringComparer.Ordinal)
    {
        "System.Span`1", "System.ReadOnlySpan`1", "System.ArraySegment`1", "System.Collections.Generic.List`1",
        "System.Collections.Generic.Queue`1", "System.Collections.Generic.Stack`1", "System.Collections.Generic.HashSet`1",
        "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.Dictionary`2+KeyCollection",
        "System.Collections.Generic.Dictionary`2+ValueCollection",
    };

    /// <summary>Whether .NET itself declares the type.</summary>
    public static bool Declares(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || type.ContainingAssembly is { Identity: { IsStrongName: true } identity } && Keys.Contains(Hex(identity.PublicKeyToken))
            && (identity.Name is "mscorlib" or "netstandard" or "System" || identity.Name.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>The name as the tables write it: namespace, types around it, arity.</summary>
    public static string Name(ITypeSymbol type)
    {
        var name = type.MetadataName;
        for (var around = type.ContainingType; around is not null; around = around.ContainingType)
        {
            name = $"{around.MetadataName}+{name}";
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } place ? $"{place.ToDisplayString()}.{name}" : name;
    }

    /// <summary>Whether a value's equality and hash are .NET's own: a primitive, a text, an enum, a date, a tuple or a nullable of these.</summary>
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
    /// Whether a value becomes a text without asking anything that can be replaced. Numbers and dates ask the current culture, which may be a
    /// class of the author's.
    /// </summary>
    public static bool HasOwnText(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Boolean };

    /// <summary>Whether going through it runs no code but .NET's.</summary>
    public static bool IsTraversable(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String }
        || (type is INamedTypeSymbol named && Declares(named) && Traversable.Contains(Name(named.OriginalDefinition)));

    /// <summary>Whether storing one into an array asks nothing: a cast to an interface may ask the object (IDynamicInterfaceCastable).</summary>
    public static bool IsStorable(ITypeSymbol type) => type.TypeKind is not (TypeKind.Interface or TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Error);

    private static string Hex(IEnumerable<byte> bytes) => string.Concat(bytes.Select(static one => one.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
}
