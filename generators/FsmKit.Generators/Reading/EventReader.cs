using System.Collections.Immutable;
using System.Text;
using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>Reads the declared events of a gclass.</summary>
internal static class EventReader
{
    private const int MostLetters = 200;

    /// <summary>The events that attributes of this name declare, each once, in the order of declaration.</summary>
    public static IReadOnlyList<EventSite> Read(INamedTypeSymbol gclass, string attributeName, CancellationToken cancellation)
    {
        var sites = new List<EventSite>();
        foreach (var attribute in gclass.AttributesInOrder())
        {
            if (attribute.Is(attributeName) && EventOf(attribute) is { } type && IndexOf(sites, type) < 0)
            {
                sites.Add(new EventSite(type, Model(type, sites, cancellation), attribute));
            }
        }

        return sites;
    }

    /// <summary>Whether each attribute of this name names an event that the compiler knows.</summary>
    public static bool AreRead(INamedTypeSymbol gclass, string attributeName) =>
        gclass.GetAttributes().All(attribute => !attribute.Is(attributeName) || EventOf(attribute) is not null || OutOfReach(attribute) is not null);

    /// <summary>The part of the attribute's event that no generated file can name; null when there is none.</summary>
    public static ITypeSymbol? OutOfReach(AttributeData attribute) =>
        attribute.AttributeClass is { TypeArguments.Length: 1 } generic ? generic.TypeArguments[0].OutOfReach() : null;

    /// <summary>
    /// The event that a generic attribute is about; null when it has none, when its name did not compile, or when no generated file can name
    /// it: it is no value, or it exists in one file only.
    /// </summary>
    public static INamedTypeSymbol? EventOf(AttributeData attribute) => attribute.AttributeClass is { TypeArguments.Length: 1 } ? EventOf(attribute, 0) : null;

    /// <summary>The same of an attribute that is about several.</summary>
    public static INamedTypeSymbol? EventOf(AttributeData attribute, int place) =>
        attribute.AttributeClass is { } generic && generic.TypeArguments.Length > place
        && generic.TypeArguments[place] is INamedTypeSymbol type && IsEvent(type)
            ? type
            : null;

    /// <summary>Whether a value of the type can be an event of a generated file.</summary>
    public static bool IsEvent(INamedTypeSymbol type) =>
        type is { IsValueType: true, SpecialType: not SpecialType.System_Void, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } && type.CanBeNamed();

    public static int IndexOf(IReadOnlyList<EventSite> sites, ITypeSymbol type)
    {
        for (var i = 0; i < sites.Count; i++)
        {
            if (sites[i].Type.IsSameAs(type))
            {
                return i;
            }
        }

        return -1;
    }

    private static EventModel Model(INamedTypeSymbol type, List<EventSite> before, CancellationToken cancellation)
    {
        var name = type.ShortName();
        var identifier = Identifier(name);
        var unique = identifier;
        for (var number = 2; before.Any(site => site.Model.Identifier == unique); number++)
        {
            unique = $"{identifier}_{number}";
        }

        return new EventModel(
            name, unique, type.FullName(), Summaries.Of(type, cancellation), type.IsRefLikeType, !type.IsRefLikeType || HasToString(type));
    }

    private static bool HasToString(INamedTypeSymbol type) =>
        type.GetMembers("ToString").Any(static member => member is IMethodSymbol { IsOverride: true, Parameters.IsEmpty: true });

    /// <summary>The letters of the name; no more than a name in metadata can take together with what is put around it.</summary>
    private static string Identifier(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name.Take(MostLetters))
        {
            text.Append(char.IsLetterOrDigit(letter) ? letter : '_');
        }

        return text.ToString();
    }
}
