using System.Collections.Immutable;
using System.Text;
using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>Reads the declared events of a gclass.</summary>
internal static class EventReader
{
    private const int MostLetters = 200;

    /// <summary>Returns the events that attributes of a name declare, each once, in the order of declaration.</summary>
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

    /// <summary>Whether each attribute of a name has an event that compiles.</summary>
    public static bool AreRead(INamedTypeSymbol gclass, string attributeName) =>
        gclass.GetAttributes().All(attribute => !attribute.Is(attributeName) || EventOf(attribute) is not null || OutOfReach(attribute) is not null);

    /// <summary>Returns the part of the event type that no generated file can name; null without one.</summary>
    public static ITypeSymbol? OutOfReach(AttributeData attribute) =>
        attribute.AttributeClass is { TypeArguments.Length: 1 } generic ? generic.TypeArguments[0].OutOfReach() : null;

    /// <summary>
    /// Returns the event of a generic attribute. Null when it has none, when its name did not compile, or when no generated file can name
    /// it: it is no value type, or it exists in one file only.
    /// </summary>
    public static INamedTypeSymbol? EventOf(AttributeData attribute) => attribute.AttributeClass is { TypeArguments.Length: 1 } ? EventOf(attribute, 0) : null;

    /// <summary>Returns the event at a position of a generic attribute with several.</summary>
    public static INamedTypeSymbol? EventOf(AttributeData attribute, int place) =>
        attribute.AttributeClass is { } generic && generic.TypeArguments.Length > place
        && generic.TypeArguments[place] is INamedTypeSymbol type && IsEvent(type)
            ? type
            : null;

    /// <summary>Whether a generated file can use the type as an event.</summary>
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

    /// <summary>Returns the letters and digits of a name, cut so that metadata names built from it are not too long.</summary>
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
