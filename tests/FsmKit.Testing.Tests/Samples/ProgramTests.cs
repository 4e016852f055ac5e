using FsmKit.TestShared;

namespace FsmKit.Testing.Tests.Samples;

/// <summary>Starts the samples that explore a system as a reader of the guide would.</summary>
public sealed class ProgramTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Commit")]
    [InlineData("Election")]
    public async Task A_correct_system_is_explored_and_counted(string name)
    {
        using var program = new Sample(name, "--schedules", "300");
        Assert.StartsWith("300 schedules with ", await program.Output.ReadToEndAsync(Stopped), StringComparison.Ordinal);
        Assert.Equal(0, await program.ExitCode(Stopped));
    }

    [Trait("Category", "Slow")]
    [Theory]
    [InlineData("Commit", "EvCommit")]
    [InlineData("Election", "EvVote")]
    public async Task A_bug_is_shown_as_events_as_a_chart_and_in_a_file(string name, string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.failure.md");
        using var program = new Sample(name, "--bug", "--file", file);
        var output = await program.Output.ReadToEndAsync(Stopped);
        Assert.Equal(1, await program.ExitCode(Stopped));
        Assert.Contains("events lead to it:", output, StringComparison.Ordinal);
        Assert.Contains("sequenceDiagram", output, StringComparison.Ordinal);
        Assert.Contains(text, await File.ReadAllTextAsync(file, Stopped), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory]
    [InlineData("Commit")]
    [InlineData("Election")]
    public async Task What_it_does_not_know_is_answered_with_its_usage(string name)
    {
        using var program = new Sample(name, "--schedules", "none");
        Assert.Contains($"usage: {name}", await program.Errors, StringComparison.Ordinal);
        Assert.Equal(2, await program.ExitCode(Stopped));
    }
}
