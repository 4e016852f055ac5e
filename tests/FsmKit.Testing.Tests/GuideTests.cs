using FsmKit.TestShared;

namespace FsmKit.Testing.Tests;

/// <summary>Checks that the examples of docs/testing.md and docs/model-tests.md are code of these tests.</summary>
public sealed class GuideTests
{
    [Theory]
    [InlineData("testing.md", 5)]
    [InlineData("model-tests.md", 3)]
    public void Every_example_of_the_guide_is_code_of_these_tests(string page, int count)
    {
        var sources = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests/FsmKit.Testing.Tests"), "*.cs", SearchOption.AllDirectories)
            .Select(static file => Joined(File.ReadLines(file)))
            .ToList();
        var guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", page));
        var examples = guide.Split("```csharp\n").Skip(1).Select(static rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]).ToList();
        Assert.Equal(count, examples.Count);
        Assert.All(examples, example => Assert.Contains(sources, source => source.Contains(Joined(example.Split('\n')), StringComparison.Ordinal)));
    }

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines.Select(static line => line.Trim())).Trim();
}
