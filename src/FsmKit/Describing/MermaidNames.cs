using System.Globalization;
using System.Text;

namespace FsmKit;

/// <summary>Names of states in a Mermaid diagram. A name that Mermaid would misread is replaced by an alias with a label.</summary>
internal sealed class MermaidNames
{
    // Keywords of the grammar, which ignores case, and names that JavaScript objects have.
    private static readonly HashSet<string> Taken = new(
        [
            "accDescr", "accTitle", "as", "choice", "class", "classDef", "click", "default", "direction", "end", "fork", "hide", "href", "join", "note",
            "root", "scale", "state", "stateDiagram", "style", "width",
            "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "prototype", "toLocaleString", "toString", "valueOf",
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly string[] _names;
    private readonly string?[] _labels;

    public MermaidNames(MachineDescription machine)
    {
        _names = new string[machine.States.Count];
        _labels = new string?[machine.States.Count];
        var used = new HashSet<string>(machine.States.Select(static state => state.Name), StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _names.Length; i++)
        {
            var state = machine.States[i];
            var isPlain = IsPlain(state.Name);
            _names[i] = isPlain ? state.Name : Unused(used, i);
            _labels[i] = state.IsHistory ? $"{Escaped(state.Name)} ({Drawing.Sign(state.Kind)})"
                : state.Invocations.Count > 0 ? string.Join("<br>", state.Invocations.Select(static work => "invoke / " + Escaped(work.Work)).Prepend(Escaped(state.Name)))
                : isPlain ? null
                : Escaped(state.Name);
        }
    }

    /// <summary>Identifier of a state.</summary>
    public string this[int state] => _names[state];

    /// <summary>Returns the label of a state's box; null if the label is the identifier.</summary>
    public string? LabelOf(int state) => _labels[state];

    /// <summary>Escapes text after a colon. Characters that could end the text or be read as markup are written as numbers.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in TextForm.OneLine(text))
        {
            if (c is '#' or ';' or ':' or '%' or '<' or '>' or '&' or '"' or '\\' or '{' or '}' or '`' or '$')
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{(int)c};");
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }

    private static bool IsPlain(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') && !Taken.Contains(name);

    private static string Unused(HashSet<string> used, int state)
    {
        var name = "s" + state.ToString(CultureInfo.InvariantCulture);
        while (!used.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
