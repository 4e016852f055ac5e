using System.Reflection;
using System.Text.RegularExpressions;

namespace FsmKit.TestShared;

/// <summary>A guide's table of an ancestor's rows: the member that each is here, and the test that holds it.</summary>
/// <param name="guide">The guide, a file of docs, which ends with the table.</param>
/// <param name="tests">Assembly of the tests.</param>
/// <param name="product">Types whose members are named.</param>
internal sealed partial class RowTable(string guide, Assembly tests, params Type[] product)
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    private readonly List<string[]> _rows = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", guide)) is var text
        ? [.. text[text.IndexOf("## Row by row", StringComparison.Ordinal)..]
            .Split('\n')
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| Test |", StringComparison.Ordinal))
            .Select(static line => line.Split(" | "))]
        : [];

    public int Count => _rows.Count;

    /// <summary>Rows without a test, tests and members that are not there.</summary>
    public string Missing => string.Join('\n', _rows.Where(static row => row.Length != 3 || !Names(row[2]).Any()).Select(static row => row[0])
        .Concat(_rows.Where(static row => row.Length == 3).SelectMany(static row => Names(row[2])).Where(name => !IsTest(name)))
        .Concat(_rows.Where(static row => row.Length == 3).SelectMany(static row => Names(row[1])).Where(name => !IsMember(name))));

    private static IEnumerable<string> Names(string cell) => Name().Matches(cell).Select(static match => match.Groups[1].Value);

    private bool IsTest(string name)
    {
        var (type, member) = Split(name);
        return tests.GetTypes().Any(candidate => candidate.Name == type && candidate.GetMethod(member ?? "")?.GetCustomAttributes()
            .Any(static attribute => attribute is Xunit.FactAttribute) == true);
    }

    private bool IsMember(string name)
    {
        var (type, member) = Split(name);
        return product.Any(candidate => candidate.Name == type && (member is null || candidate.GetMember(member, Everything).Length > 0));
    }

    private static (string Type, string? Member) Split(string name) => name.Split('.') is [var type, var member] ? (type, member) : (name, null);

    // Names of types and of their members; other code in the cells begins with a small letter or has more in it.
    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:\\.[A-Z]\\w*)?)`")]
    private static partial Regex Name();
}
