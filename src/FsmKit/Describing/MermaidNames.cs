using System.Globalization;
using System.Text;

namespace FsmKit;

/// <summary>What the states are called in a Mermaid diagram: by name, or where Mermaid would read the name as something else, by an alias with a label.</summary>
internal sealed class MermaidNames
{
    // Words of the grammar (case does not matter to it), and names that JavaScript objects have.
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

    /// <summary>The identifier of a state.</summary>
    public string this[int state] => _names[state];

    /// <summary>What stands in its box, where that is not the identifier.</summary>
    public string? LabelOf(int state) => _labels[state];

    /// <summary>Text that means itself behind a colon: what could end it, or be read as markup, is written as a character's number.</summary>
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
