using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Tests;

/// <summary>What the front page shows compiles as it stands there.</summary>
public class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("src/FsmKit/PACKAGE.md")]
    public void The_example_of_the_page_compiles(string page)
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, page));
        var example = lines.SkipWhile(static line => line != "```csharp").Skip(1).TakeWhile(static line => line != "```").ToList();
        Assert.InRange(example.Count, 15, 30);

        var program = TestCompilation.Create(string.Join('\n', example));
        var run = GeneratorRun.Of(program.WithOptions(program.Options.WithOutputKind(OutputKind.ConsoleApplication)));

        Assert.Single(run.Files);
    }
}
