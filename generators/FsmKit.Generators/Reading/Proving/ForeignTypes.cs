using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>Judges types of other projects. Their bodies are unknown, but their metadata tells when static constructors run.</summary>
internal static class ForeignTypes
{
    /// <summary>Whether using a value of the type runs no static constructor, because the type has no explicit one.</summary>
    public static bool IsQuietWhenUsed(INamedTypeSymbol type) =>
        Definition(type) is var (_, definition) ? (definition.Attributes & TypeAttributes.BeforeFieldInit) != 0 : HasNoStaticConstructor(type);

    /// <summary>Whether reading a static field runs no code: the type has neither a static constructor nor static initialisers.</summary>
    public static bool HasQuietFields(INamedTypeSymbol type) =>
        Definition(type) is var (reader, definition)
        && !IsReferenceAssembly(reader)
        && definition.GetMethods().All(method => !reader.StringComparer.Equals(reader.GetMethodDefinition(method).Name, WellKnownMemberNames.StaticConstructorName));

    /// <summary>In an editor the other project is available as source.</summary>
    private static bool HasNoStaticConstructor(INamedTypeSymbol type) => !type.DeclaringSyntaxReferences.IsEmpty && type.StaticConstructors.IsEmpty;

    private static (MetadataReader Reader, TypeDefinition Definition)? Definition(INamedTypeSymbol type)
    {
        var original = type.OriginalDefinition;
        return original.ContainingModule?.GetMetadata() is { } module && original.MetadataToken != 0
            && module.GetMetadataReader() is var reader && MetadataTokens.EntityHandle(original.MetadataToken) is { Kind: HandleKind.TypeDefinition } handle
            ? (reader, reader.GetTypeDefinition((TypeDefinitionHandle)handle))
            : null;
    }

    /// <summary>Whether the assembly is a reference assembly, which leaves out members that cannot be called.</summary>
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
