using System.Text.RegularExpressions;
using FsmKit.TestShared;

namespace FsmKit.Generators.Tests;

/// <summary>Checks that each test on the page of cases exists.</summary>
public partial class ConformancePageTests
{
    [Fact]
    public void Each_test_that_is_named_exists()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "conformance.md"));
        var sources = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(static file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        var named = Named().Matches(page).Select(static match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).ToList();

        Assert.InRange(named.Count, 50, int.MaxValue);
        Assert.All(named, one => Assert.Contains(sources[one.Class], text => one.Method.Length == 0 || text.Contains($" {one.Method}(", StringComparison.Ordinal)));
    }

    /// <summary>The ids in the names of tests are those on the page, so that none is claimed twice or forgotten.</summary>
    [Fact]
    public void Each_id_of_a_test_is_on_the_page()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "conformance.md"));
        Assert.All(
            typeof(ScxmlTests).GetMethods().Where(static method => method.Name.StartsWith("Test_", StringComparison.Ordinal)),
            method => Assert.Contains($"`ScxmlTests.{method.Name}`", page, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"`(\w+Tests)(?:\.(\w+))?`")]
    private static partial Regex Named();
}
