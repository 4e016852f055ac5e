using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FsmKit.Hosting;

/// <summary>A section of a configuration as pairs of text, as FsmKit's settings are.</summary>
internal static class SectionText
{
    /// <summary>
    /// Returns all values below the section but the options of the loop. A list (<c>["a", "b"]</c>) is one value, <c>a, b</c>, as list parameters
    /// read it.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, string?>> Of(IConfigurationSection section) => Below(section, "")
        .Where(static pair => !pair.Key.StartsWith(SectionOptions.Key + ":", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<KeyValuePair<string, string?>> Below(IConfigurationSection section, string prefix)
    {
        foreach (var child in section.GetChildren())
        {
            var key = prefix + child.Key;
            if (child.Value is not null)
            {
                yield return new(key, child.Value);
            }
            else if (Items(child) is { } items)
            {
                yield return new(key, string.Join(", ", items));
            }
            else
            {
                foreach (var pair in Below(child, key + ":"))
                {
                    yield return pair;
                }
            }
        }
    }

    /// <summary>The values of a list; null when the section is none.</summary>
    private static IReadOnlyList<string>? Items(IConfigurationSection section)
    {
        var children = section.GetChildren().ToList();
        var isList = children.Count > 0 && children.Select(static (child, i) => child.Value is not null && child.Key == i.ToString(CultureInfo.InvariantCulture)).All(static isItem => isItem);
        return isList ? [.. children.Select(static child => child.Value!)] : null;
    }
}
