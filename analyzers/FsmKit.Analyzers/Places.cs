using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Analyzers;

/// <summary>Finds the source locations that rules point to.</summary>
internal static class Places
{
    public static bool IsGClass(this INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && type.GetAttributes().Any(static attribute => attribute.Is(KnownNames.GClass));

    /// <summary>Returns the type itself if it is a gclass, and the gclasses nested in it.</summary>
    public static IEnumerable<INamedTypeSymbol> GClassesInside(this INamedTypeSymbol type) =>
        type.GetTypeMembers().SelectMany(GClassesInside).Concat(type.IsGClass() ? [type] : []);

    /// <summary>Returns the outer type of a gclass whose name is at a location; null for other locations.</summary>
    public static INamedTypeSymbol? TypeAround(this Location place, INamedTypeSymbol gclass, CancellationToken cancellation)
    {
        var at = gclass.ContainingType;
        while (at is not null && !at.DeclaringSyntaxReferences.Any(part => part.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Identifier.GetLocation() == place))
        {
            at = at.ContainingType;
        }

        return at;
    }

    /// <summary>Returns the gclass that a class derives from, although a gclass is sealed; null without one.</summary>
    public static INamedTypeSymbol? GClassBelow(this INamedTypeSymbol type)
    {
        var at = type.BaseType;
        while (at is not null && !at.IsGClass())
        {
            at = at.BaseType;
        }

        return at;
    }

    /// <summary>Returns the part of the gclass with <c>[GClass]</c>.</summary>
    public static TypeDeclarationSyntax? Home(this INamedTypeSymbol gclass, CancellationToken cancellation) =>
        gclass.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.GClass))?.Syntax(cancellation)?.Parent?.Parent
            as TypeDeclarationSyntax;

    /// <summary>Returns the name of the gclass in the part with <c>[GClass]</c>.</summary>
    public static Location? NamePlace(this MachineReading reading, CancellationToken cancellation) =>
        reading.GClass.Home(cancellation)?.Identifier.GetLocation();

    /// <summary>Returns the nested enum with rows that is not named <c>State</c>; null without one, or with several.</summary>
    public static INamedTypeSymbol? TableOfAnotherName(this INamedTypeSymbol gclass)
    {
        var tables = gclass.GetTypeMembers().Where(static type => type.TypeKind == TypeKind.Enum && type.Name != KnownNames.StateEnum && HasRows(type)).Take(2).ToList();
        return tables.Count == 1 ? tables[0] : null;
    }

    private static bool HasRows(INamedTypeSymbol type) =>
        TableReader.Members(type).Any(static member => member.GetAttributes().Any(static attribute => attribute.AttributeClass is { } row && row.IsOfTheRuntime()));

    /// <summary>Whether the symbol is in the namespace FsmKit.</summary>
    public static bool IsOfTheRuntime(this ISymbol symbol) =>
        symbol.ContainingNamespace is { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    public static AttributeSyntax? Syntax(this AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;

    public static Location? Place(this AttributeData attribute, CancellationToken cancellation) => attribute.Syntax(cancellation)?.GetLocation();

    /// <summary>Returns the type argument of a generic attribute.</summary>
    public static Location? EventPlace(this AttributeData attribute, CancellationToken cancellation) => attribute.EventPlace(0, cancellation);

    /// <summary>Returns one of several type arguments of a generic attribute.</summary>
    public static Location? EventPlace(this AttributeData attribute, int number, CancellationToken cancellation)
    {
        var name = attribute.Syntax(cancellation)?.Name;
        var generic = (name is QualifiedNameSyntax qualified ? qualified.Right : name is AliasQualifiedNameSyntax alias ? alias.Name : name) as GenericNameSyntax;
        return generic?.TypeArgumentList.Arguments.ElementAtOrDefault(number)?.GetLocation() ?? name?.GetLocation();
    }

    /// <summary>Returns the argument of a name; the whole attribute without one.</summary>
    public static Location? ArgumentPlace(this AttributeData attribute, string name, CancellationToken cancellation) =>
        attribute.Syntax(cancellation)?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.GetLocation() ?? attribute.Place(cancellation);

    /// <summary>Returns the argument of a constructor parameter; the whole attribute without one.</summary>
    public static Location? ArgumentPlace(this AttributeData attribute, int parameter, CancellationToken cancellation)
    {
        var name = attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(parameter)?.Name;
        var arguments = attribute.Syntax(cancellation)?.ArgumentList?.Arguments;
        var found = arguments?.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)
            ?? arguments?.Where(static argument => argument is { NameColon: null, NameEquals: null }).ElementAtOrDefault(parameter);
        return found?.Expression.GetLocation() ?? attribute.Place(cancellation);
    }
}
