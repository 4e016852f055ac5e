using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>Types of other projects: their bodies cannot be read, but their metadata tells when their static constructors run.</summary>
internal static class ForeignTypes
{
    /// <summary>Whether touching a value of the type runs no static constructor: it has none of its own.</summary>
    public static bool IsQuietWhenUsed(INamedTypeSymbol type) =>
        Definition(type) is var (_, definition) ? (definition.Attributes & TypeAttributes.BeforeFieldInit) != 0 : HasNoStaticConstructor(type);

    /// <summary>Whether reading a static field runs nothing: there is no static constructor, neither written nor made of initialisers.</summary>
    public static bool HasQuietFields(INamedTypeSymbol type) =>
        Definition(type) is var (reader, definition)
        && !IsReferenceAssembly(reader)
        && definition.GetMethods().All(method => !reader.StringComparer.Equals(reader.GetMethodDefinition(method).Name, WellKnownMemberNames.StaticConstructorName));

    /// <summary>In an editor the other project is there as source.</summary>
    private static bool HasNoStaticConstructor(INamedTypeSymbol type) => !type.DeclaringSyntaxReferences.IsEmpty && type.StaticConstructors.IsEmpty;

    private static (MetadataReader Reader, TypeDefinition Definition)? Definition(INamedTypeSymbol type)
    {
        var original = type.OriginalDefinition;
        return original.ContainingModule?.GetMetadata() is { } module && original.MetadataToken != 0
            && module.GetMetadataReader() is var reader && MetadataTokens.EntityHandle(original.MetadataToken) is { Kind: HandleKind.TypeDefinition } handle
            ? (reader, reader.GetTypeDefinition((TypeDefinitionHandle)handle))
            : null;
    }

    /// <summary>A reference assembly leaves out what cannot be called.</summary>
    private static bool IsReferenceAssembly(MetadataReader reader)
    {
        foreach (var handle in reader.GetAssemblyDefinition().GetCustomAttributes())
        {
            if (reader.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor
                && reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent
                && reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)parent).Name, "ReferenceAssemblyAttribute"))
            {
                return true;
            }
        }

        return false;
    }
}
