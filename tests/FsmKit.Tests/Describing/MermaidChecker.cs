using System.Text.RegularExpressions;

namespace FsmKit.Tests.Describing;

/// <summary>Reads the lines of a Mermaid state diagram after a part of Mermaid's grammar, and reports faults.</summary>
internal static partial class MermaidChecker
{
    private static readonly string[] Reserved =
        ["default", "scale", "state", "note", "class", "classDef", "style", "click", "direction", "end", "accTitle", "accDescr", "stateDiagram", "root", "constructor"];

    /// <summary>The lines that Mermaid would not understand, or not draw.</summary>
    public static IReadOnlyList<string> Faults(string text)
    {
        var faults = new List<string>();
        var lines = text.Split('\n');
        var around = new Stack<string>();
        var parents = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var composites = new HashSet<string>(StringComparer.Ordinal);
        var arrows = new List<(string From, string To, string Line)>();
        if (lines[0] != "stateDiagram-v2" || lines[^1].Length > 0)
        {
            faults.Add("ends");
        }

        foreach (var line in lines[1..^1])
        {
            var match = Line().Match(line.Trim());
            string[] names = [.. new[] { match.Groups["id"], match.Groups["from"], match.Groups["to"] }.Select(static group => group.Value).Where(static name => name is not ("" or "[*]"))];
            if (!match.Success || names.Any(static name => Reserved.Contains(name, StringComparer.OrdinalIgnoreCase)))
            {
                faults.Add(line);
            }

            // Mermaid puts a state where it is mentioned last inside of braces.
            foreach (var name in around.Count > 0 ? names : [])
            {
                parents[name] = [.. around];
            }

            if (match.Groups["from"].Success)
            {
                arrows.Add((match.Groups["from"].Value, match.Groups["to"].Value, line));
            }
            else if (line.EndsWith('{'))
            {
                around.Push(names[0]);
                composites.Add(names[0]);
            }
            else if (line.Trim() == "}")
            {
                around.Pop();
            }
        }

        faults.AddRange(arrows.Where(arrow => IsIn(arrow.From, arrow.To) || IsIn(arrow.To, arrow.From)).Select(static arrow => arrow.Line));
        faults.AddRange(arrows.Where(static arrow => arrow.From == arrow.To && arrow.From != "[*]").GroupBy(static arrow => arrow.From).Where(static same => same.Count() > 1).Select(static same => same.First().Line));
        return faults;

        bool IsIn(string inner, string outer) =>
            composites.Contains(outer) && (inner == outer || (parents.TryGetValue(inner, out var path) && path.Contains(outer)));
    }

    // In a label no character ends it, and none but those of a number in # and ; stands for itself.
    [GeneratedRegex("""^(?:(?<from>\[\*\]|[A-Za-z]\w*) --> (?<to>\[\*\]|[A-Za-z]\w*)(?: : (?<label>(?:[^:;#<]|#\d+;|<br>)+))?|state (?<id>[A-Za-z]\w*) \{|(?<id>[A-Za-z]\w*)(?: : (?<label>(?:[^:;#<]|#\d+;)+))?|\})$""", RegexOptions.ECMAScript)]
    private static partial Regex Line();
}
