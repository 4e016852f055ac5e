using System.Text.RegularExpressions;

namespace FsmKit.Tests.Describing;

/// <summary>Reads graphs, clusters, nodes and arrows of the Graphviz language, and reports faults.</summary>
internal sealed partial class DotChecker
{
    private readonly List<string> _tokens;
    private readonly HashSet<string> _nodes = [];
    private readonly HashSet<string> _clusters = [];
    private readonly List<string> _mentioned = [];
    private readonly List<string> _borders = [];
    private int _at;

    private DotChecker(string text)
    {
        _tokens = [.. Token().Matches(text).Select(static match => match.Value)];
        var rest = Token().Replace(text, "");
        if (rest.Trim().Length > 0)
        {
            throw new FormatException($"No token: {rest.Trim()}");
        }
    }

    /// <summary>The nodes of a graph.</summary>
    /// <exception cref="FormatException">The text is no graph.</exception>
    public static IReadOnlyCollection<string> Nodes(string text)
    {
        var checker = new DotChecker(text);
        checker.Take("digraph");
        checker.Identifier();
        checker.Block();
        if (checker._at != checker._tokens.Count)
        {
            throw new FormatException("More behind the graph.");
        }

        Known(checker._mentioned, checker._nodes);
        Known(checker._borders, checker._clusters);
        return checker._nodes;
    }

    private static void Known(IEnumerable<string> names, HashSet<string> known)
    {
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } name)
        {
            throw new FormatException($"Nothing is called {name}.");
        }
    }

    private void Block()
    {
        Take("{");
        while (Next != "}")
        {
            Statement();
        }

        Take("}");
    }

    private void Statement()
    {
        if (Next == "subgraph")
        {
            Take("subgraph");
            _clusters.Add(Identifier());
            Block();
            return;
        }

        var name = Identifier();
        if (Next == "=")
        {
            Take("=");
            Identifier();
        }
        else if (Next == "->")
        {
            Take("->");
            _mentioned.AddRange([name, Identifier()]);
            Attributes();
        }
        else
        {
            if (name != "node" && !_nodes.Add(name))
            {
                throw new FormatException($"{name} twice.");
            }

            Attributes();
        }

        Take(";");
    }

    private void Attributes()
    {
        if (Next != "[")
        {
            return;
        }

        for (var separator = "["; Next == separator; separator = ",")
        {
            Take(separator);
            var key = Identifier();
            Take("=");
            var value = Identifier();
            if (key is "lhead" or "ltail")
            {
                _borders.Add(value);
            }
        }

        Take("]");
    }

    private string Next => _at < _tokens.Count ? _tokens[_at] : throw new FormatException("It ends too early.");

    private string Identifier() => Next[0] == '"' || char.IsLetterOrDigit(Next[0]) ? _tokens[_at++] : throw new FormatException($"No name: {Next}");

    private void Take(string token)
    {
        if (Next != token)
        {
            throw new FormatException($"{token} is missing before {Next}");
        }

        _at++;
    }

    [GeneratedRegex("""[A-Za-z_][A-Za-z0-9_]*|[0-9]+|"(?:[^"\\\n]|\\[^\n])*"|->|[\[\]{}=,;]""")]
    private static partial Regex Token();
}
