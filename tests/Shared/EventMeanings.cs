using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FsmKit.TestShared;

/// <summary>
/// Summaries of public events, read from the XML documentation beside the assemblies. The generator reads source only, so a description lacks the
/// summaries of events from other assemblies.
/// </summary>
internal static partial class EventMeanings
{
    private static readonly Dictionary<string, string> Summaries = Directory.EnumerateFiles(AppContext.BaseDirectory, "FsmKit*.xml").SelectMany(Read)
        .ToDictionary(static entry => entry.Key, static entry => entry.Value);

    /// <summary>Fills the empty cells of the event lists of a page.</summary>
    public static string Fill(string page) => EmptyCell().Replace(
        page, static cell => Summaries.TryGetValue(cell.Groups["event"].Value, out var summary)
            ? $"| {cell.Groups["event"].Value} | {$"{summary} {cell.Groups["rest"].Value}".TrimEnd()} |" : cell.Value);

    /// <summary>Names of the events of a page whose meaning is empty.</summary>
    public static IEnumerable<string> Missing(string page) => EmptyCell().Matches(page).Select(static cell => cell.Groups["event"].Value);

    private static IEnumerable<KeyValuePair<string, string>> Read(string file)
    {
        var types = Assembly.Load(Path.GetFileNameWithoutExtension(file)).GetExportedTypes().Where(static type => !type.IsNested)
            .ToDictionary(static type => $"T:{type.FullName}", static type => type.Name);
        foreach (var member in XDocument.Load(file).Descendants("member"))
        {
            if (types.TryGetValue(member.Attribute("name")!.Value, out var name) && name.StartsWith("Ev", StringComparison.Ordinal)
                && member.Element("summary") is { } summary)
            {
                yield return new(name, Plain(summary));
            }
        }
    }

    /// <summary>Text of a summary on one line, escaped for a cell of a Markdown table.</summary>
    private static string Plain(XElement summary) => Blank().Replace(string.Concat(summary.Nodes().Select(static node => node switch
    {
        XElement { IsEmpty: true } link => Short(link.Attributes().First().Value),
        XElement element => element.Value,
        _ => ((XText)node).Value,
    })), " ").Trim().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>Name of a referenced type, or of a member with its type, without the namespace and the parameters.</summary>
    private static string Short(string reference)
    {
        var names = reference.Split('(')[0].Split(':')[^1].Split('.');
        return string.Join('.', names[^(reference.StartsWith("T:", StringComparison.Ordinal) || names.Length < 2 ? 1 : 2)..]);
    }

    [GeneratedRegex(@"^\| (?<event>Ev\w+) \| (?<rest>Borrows memory\.)? \|$", RegexOptions.Multiline)]
    private static partial Regex EmptyCell();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
