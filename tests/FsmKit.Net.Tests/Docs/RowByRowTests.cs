using System.Reflection;
using System.Text.RegularExpressions;
using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The guide says for each row of the ancestors what it is here and which test holds it: both exist.</summary>
public partial class RowByRowTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Type[] Product = [.. typeof(GObj).Assembly.GetExportedTypes(), .. typeof(GSock).Assembly.GetExportedTypes(), typeof(ObjectDisposedException), typeof(CancellationToken)];

    [Fact]
    public void Every_row_has_a_test_and_every_name_exists()
    {
        var guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "network.md"));
        var rows = guide[guide.IndexOf("## Row by row", StringComparison.Ordinal)..]
            .Split('\n')
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| Test |", StringComparison.Ordinal))
            .Select(static line => line.Split(" | "))
            .ToList();

        Assert.True(rows.Count > 100);
        Assert.Equal("", Lines(rows.Where(static row => row.Length != 3 || !Names(row[2]).Any()).Select(static row => row[0])));
        Assert.Equal("", Lines(rows.SelectMany(static row => Names(row[2])).Where(static name => !IsTest(name))));
        Assert.Equal("", Lines(rows.SelectMany(static row => Names(row[1])).Where(static name => !IsMember(name))));
    }

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items);

    private static IEnumerable<string> Names(string cell) => Name().Matches(cell).Select(static match => match.Groups[1].Value);

    private static bool IsTest(string name)
    {
        var (type, member) = Split(name);
        return typeof(RowByRowTests).Assembly.GetTypes().Any(candidate => candidate.Name == type
            && candidate.GetMethod(member ?? "")?.GetCustomAttributes().Any(static attribute => attribute is FactAttribute) == true);
    }

    private static bool IsMember(string name)
    {
        var (type, member) = Split(name);
        return Product.Any(candidate => candidate.Name == type && (member is null || candidate.GetMember(member, Everything).Length > 0));
    }

    private static (string Type, string? Member) Split(string name) => name.Split('.') is [var type, var member] ? (type, member) : (name, null);

    // Names of types and of their members; other code in the cells begins with a small letter or has more in it.
    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:\\.[A-Z]\\w*)?)`")]
    private static partial Regex Name();
}
