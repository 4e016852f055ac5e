using System.Text.RegularExpressions;
using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Numbers of the lines that the packages log. A filter by number finds one kind of line only.</summary>
public partial class EventNumberTests
{
    [Fact]
    public void No_two_lines_have_the_same_number()
    {
        var sources = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories);
        var numbers = sources.SelectMany(static source => Number().Matches(File.ReadAllText(source))).Select(static found => found.Groups[1].Value).ToList();

        Assert.True(numbers.Count > 80, $"{numbers.Count} lines were found.");
        Assert.Empty(numbers.GroupBy(static number => number).Where(static same => same.Count() > 1).Select(static same => same.Key));
    }

    [GeneratedRegex(@"LoggerMessage\(\s*(?:EventId\s*=\s*)?(\d+)")]
    private static partial Regex Number();
}
