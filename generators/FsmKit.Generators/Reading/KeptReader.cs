using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>Reads the kept members of a gclass and its bases, and finds those that cannot be restored.</summary>
internal static class KeptReader
{
    public static IReadOnlyList<KeptSite> Read(INamedTypeSymbol gclass, Compilation compilation)
    {
        var sites = new List<KeptSite>();
        for (var type = gclass; type is not null && !type.IsGObj(); type = type.BaseType)
        {
            foreach (var member in type.MembersInOrder())
            {
                if (member is IFieldSymbol or IPropertySymbol { PartialDefinitionPart: null }
                    && member.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.KeptMember)) is { } attribute)
                {
                    sites.Add(Read(member, attribute, gclass, compilation, sites));
                }
            }
        }

        return sites;
    }

    private static KeptSite Read(ISymbol member, AttributeData attribute, INamedTypeSymbol gclass, Compilation compilation, List<KeptSite> before)
    {
        var type = member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
        var problem = member switch
        {
            { IsStatic: true } => "it is static, and a snapshot is of one gobj",
            IFieldSymbol { AssociatedSymbol: not null } => "it stands behind a property: write [Kept] on that",
            IFieldSymbol { IsReadOnly: true } => "it is readonly, and a restore writes it",
            IFieldSymbol { IsFixedSizeBuffer: true } => "it is a buffer of fixed size",
            IPropertySymbol { IsIndexer: true } => "it is an indexer",
            IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false } => "it is a member of an interface",
            IPropertySymbol { RefKind: not RefKind.None } => "it is a reference",
            IPropertySymbol { GetMethod: null } => "it cannot be read",
            IPropertySymbol { SetMethod: null or { IsInitOnly: true } } => "it has no setter, and a restore writes it",
            _ when !IsInReach(member, gclass, compilation) => "it is private in a base class",
            _ when type.IsRefLikeType => $"its type '{type.ShortName()}' borrows memory",
            _ when type.OutOfReach() is { } part => $"generated code cannot name its type '{part.ShortName()}'",
            _ when before.Any(other => other.Symbol.Name == member.Name) => "another kept member has its name",
            _ => null,
        };
        var model = problem is null && type.CanBeNamed() ? new KeptModel(member.Escaped(), type.FullName(), type.TypeKind == TypeKind.Enum) : null;
        return new KeptSite(member, type, problem, model, attribute);
    }

    private static bool IsInReach(ISymbol member, INamedTypeSymbol gclass, Compilation compilation)
    {
        IEnumerable<ISymbol?> parts = member is IPropertySymbol property ? [property.GetMethod, property.SetMethod] : [member];
        return parts.All(part => part is null || compilation.IsSymbolAccessibleWithin(part, gclass));
    }
}
