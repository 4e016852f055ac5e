using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>Kept member with its source. <see cref="Model"/> is null when it cannot be kept.</summary>
internal sealed record KeptSite(ISymbol Symbol, ITypeSymbol Type, string? Problem, KeptModel? Model, AttributeData Attribute);

/// <summary>Declarations of a gclass about snapshots.</summary>
/// <param name="Version">The version as written; 0 without one.</param>
/// <param name="Json">The type of its JSON context; null without one.</param>
/// <param name="Kept">The members with <c>[Kept]</c>.</param>
internal sealed record SnapshotSites(int Version, ITypeSymbol? Json, IReadOnlyList<KeptSite> Kept)
{
    private const string Context = "JsonSerializerContext";

    /// <summary>Whether the gclass takes snapshots.</summary>
    public bool IsAsked => Version > 0;

    public static SnapshotSites Read(INamedTypeSymbol gclass, Compilation compilation)
    {
        var attribute = gclass.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.GClass));
        return new SnapshotSites(
            Named(attribute, "Version") is { Kind: TypedConstantKind.Primitive, Value: int version } ? version : 0,
            Named(attribute, "Json") is { Kind: TypedConstantKind.Type, Value: ITypeSymbol { TypeKind: not TypeKind.Error } json } ? json : null,
            KeptReader.Read(gclass, compilation));
    }

    /// <summary>Returns the method that converts older snapshots; null without one of the required shape.</summary>
    public static IMethodSymbol? Migrate(INamedTypeSymbol gclass) => gclass.GetMembers(KnownNames.Migrate).OfType<IMethodSymbol>().FirstOrDefault(static method =>
        method is { IsStatic: true, Arity: 0, Parameters.Length: 1, ReturnType: var returned } && method.Parameters[0] is { RefKind: RefKind.None, Type: var taken }
        && IsSnapshot(returned) && IsSnapshot(taken));

    /// <summary>Returns the error of the JSON context; null without one.</summary>
    public string? ProblemOfJson(INamedTypeSymbol gclass, Compilation compilation)
    {
        if (Json is null)
        {
            return null;
        }

        return !IsContext(Json) ? "it does not derive from JsonSerializerContext"
            : !Json.CanBeNamed() || Json is INamedTypeSymbol { IsUnboundGenericType: true } ? "generated code cannot name it"
            : !compilation.IsSymbolAccessibleWithin(Json, gclass) ? $"it is out of reach of '{gclass.Name}'"
            : HasDefault((INamedTypeSymbol)Json) ? null
            : "it has no Default: make it partial, with [JsonSerializable] for each type, or give it a static property of that name";
    }

    /// <summary>Returns the model; null when the gclass takes no snapshots.</summary>
    public SnapshotModel? Model(MachineReading reading) => !IsAsked ? null : new SnapshotModel(
        Version,
        Json is not null && ProblemOfJson(reading.GClass, reading.Compilation) is null ? Json.FullName() + ".Default" : null,
        Migrate(reading.GClass) is not null,
        new(Kept.Select(static kept => kept.Model).OfType<KeptModel>()),
        new(reading.Inputs.Select(static input => IsEmpty(input.Type))));

    /// <summary>Whether the event has no data.</summary>
    public static bool IsEmpty(INamedTypeSymbol type) =>
        !type.IsRefLikeType && !type.GetMembers().Any(static member => member is IFieldSymbol { IsStatic: false });

    private static TypedConstant? Named(AttributeData? attribute, string name) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;

    /// <summary>Whether the type is MachineSnapshot of FsmKit.</summary>
    public static bool IsSnapshot(ITypeSymbol type) =>
        type is { Name: KnownNames.MachineSnapshot, ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsContext(ITypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.Name == Context && at.ContainingNamespace.ToDisplayString() == "System.Text.Json.Serialization")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the context has a Default. The generator of System.Text.Json writes it for a partial class that lists a type, invisible to
    /// this generator.
    /// </summary>
    private static bool HasDefault(INamedTypeSymbol type) =>
        type.GetMembers("Default").Any(static member => member is IPropertySymbol { IsStatic: true })
        || (type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "JsonSerializableAttribute")
            && type.DeclaringSyntaxReferences.All(static declaration => declaration.GetSyntax() is ClassDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)));
}
