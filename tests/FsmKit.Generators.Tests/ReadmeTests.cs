using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Tests;

/// <summary>Checks that the examples of the front page compile as they stand there.</summary>
public class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("src/FsmKit/PACKAGE.md")]
    [InlineData("docs/first-machine.md")]
    public void The_example_of_the_page_compiles(string page)
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, page));
        var example = lines.SkipWhile(static line => line != "```csharp").Skip(1).TakeWhile(static line => line != "```").ToList();
        Assert.InRange(example.Count, 15, 30);

        var program = TestCompilation.Create(string.Join('\n', example));
        var run = GeneratorRun.Of(program.WithOptions(program.Options.WithOutputKind(OutputKind.ConsoleApplication)));

        Assert.Single(run.Files);
    }

    [Fact]
    public void The_machine_that_was_a_switch_compiles()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "from-a-switch.md"));
        var example = page[(page.IndexOf("```csharp", StringComparison.Ordinal) + "```csharp".Length)..];

        var run = GeneratorRun.Of(TestCompilation.Create(example[..example.IndexOf("```", StringComparison.Ordinal)]));

        Assert.Single(run.Files);
    }
}
