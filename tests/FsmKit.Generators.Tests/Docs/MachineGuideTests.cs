using System.Text.RegularExpressions;
using FsmKit.TestShared;

namespace FsmKit.Generators.Tests;

/// <summary>Tests of the page about the table language: each example compiles, has ten lines at most, and plays its scene.</summary>
public partial class MachineGuideTests
{
    private const int MostLines = 10;
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "machine.md"));
    private static readonly string[] Blocks = [.. Block().Matches(Page).Select(static match => match.Groups[1].Value)];

    public static TheoryData<string> Examples() => [.. Blocks.Skip(1).Select(static block => Class().Match(block).Groups[1].Value)];

    [Theory, MemberData(nameof(Examples))]
    public void An_example_does_what_its_scene_says(string name)
    {
        var block = Blocks.Single(block => Class().Match(block).Groups[1].Value == name);
        var lines = block.TrimEnd().Split('\n');
        Assert.StartsWith("// ", lines[^1], StringComparison.Ordinal);
        Assert.InRange(lines.Length - 1, 1, MostLines);
        var steps = lines[^1][3..].Split("; ");
        var scene = string.Concat(steps.Select(Play));
        var run = LoadedSnippet.Generate(Blocks[0] + block, $"log.Minimum = Microsoft.Extensions.Logging.LogLevel.None; var gobj = app.Create<{name}>(); {scene}");
        Assert.Equal(lines[^1][3..], LoadedSnippet.Play(run, "; "));
    }

    [Fact]
    public void Each_row_of_the_language_has_its_example()
    {
        var examples = string.Concat(Blocks.Skip(1));
        Assert.All(
            new[] { "On<", "Ignore<", "Refuse<", "Refuse]", "Enter(", "After(", "Inside(", "History]", "Final]", "Done(", "Defer<", "Always(", "Idle(", "StartTimer(", "StopTimer<", "Invoke<", "Raise(", "ChangeState(", "Kept]", "When =", "Next =", "Forward<", "Map =", "Children<" },
            word => Assert.Contains(word, examples, StringComparison.Ordinal));
    }

    /// <summary>The statement for a step, which prints the step again with its outcome.</summary>
    private static string Play(string step)
    {
        var what = step.Split(" → ")[0];
        return !step.Contains(" → ", StringComparison.Ordinal) ? "Say(gobj.StateName); "
            : what == "a restore" ? "gobj = Restored.Again(gobj); Say($\"a restore → {gobj.StateName}\"); "
            : what.EndsWith(" ms", StringComparison.Ordinal) ? $"time.Advance({what[..^3]}, app); Say($\"{what} → {{gobj.StateName}}\"); "
            : $"Say($\"{what} → {{gobj.Send(new {(what.EndsWith(')') ? what : what + "()")})}}, {{gobj.StateName}}\"); ";
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"partial class (\w+)")]
    private static partial Regex Class();
}
