using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>The table of an exchange, by itself.</summary>
public class ExchangeStatesTests
{
    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "FsmKit.Http.Tests", "Server", "Exchanges");

    /// <summary>The combinations of flags that were reached before the table, each with its states.</summary>
    public static TheoryData<string, string> Flags => [.. File.ReadLines(Path.Combine(Folder, "Flags.md"))
        .Where(static line => line.StartsWith("- ", StringComparison.Ordinal))
        .Select(static line => line[2..].Split(": "))
        .Select(static parts => new TheoryDataRow<string, string>(parts[0], parts[1]))];

    [Theory, MemberData(nameof(Flags))]
    public void A_combination_of_flags_that_was_reached_has_its_states(string flags, string name)
    {
        var states = ExchangeExplorer.All.Select(static one => one.States).Single(states => ExchangeExplorer.NameOf(states) == name);
        var words = flags.Split(' ');
        Assert.Equal(words.Contains("Open"), states.IsOpen);
        Assert.Equal(words.Contains("InService"), states.IsInService);
        Assert.Equal(words.Contains("HandlerRunning") || name == "Switched Aside", states.IsHandlerRunning);
        Assert.Equal(words.Contains("Spilling"), states.IsSpilling);
        if (states.Phase != ExchangePhase.Free)
        {
            Assert.Equal((words.Contains("Over"), words.Contains("Answered") || name == "Done Kept"), (states.IsOver, states.IsAnswered));
        }
    }

    [Fact]
    public void No_states_were_lost_and_none_are_reached_that_the_table_does_not_lead_to()
    {
        var reached = File.ReadLines(Path.Combine(Folder, "Combinations.md"))
            .SkipWhile(static line => !line.StartsWith("## Of the exchange", StringComparison.Ordinal))
            .Where(static line => line.StartsWith("- ", StringComparison.Ordinal))
            .Select(static line => line[2..])
            .ToHashSet();
        Assert.Subset(reached, Flags.Select(static row => row.Data.Item2).ToHashSet());
        Assert.Subset(ExchangeExplorer.All.Select(static one => ExchangeExplorer.NameOf(one.States)).ToHashSet(), reached);
    }

    [Fact]
    public void What_the_table_has_no_row_for_throws_and_changes_nothing()
    {
        foreach (var (states, _) in ExchangeExplorer.All)
        {
            foreach (var signal in Enum.GetValues<ExchangeSignal>().Where(signal => !states.May(signal)))
            {
                var same = states;
                var mistake = Assert.Throws<InvalidOperationException>(() => same.Does(signal));
                Assert.Equal($"No {signal} of an exchange that is {states.Phase} and held by {states.Holder}.", mistake.Message);
                Assert.Equal(states, same);
            }
        }
    }

    [Fact]
    public void What_is_held_serves_no_other_request()
    {
        foreach (var (states, _) in ExchangeExplorer.All)
        {
            Assert.Equal(states.Phase == ExchangePhase.Free && states.Holder == ExchangeHolder.None, states.CanRecycle);
            Assert.True(!states.IsCounted || states.IsOpen || states.IsHandlerRunning);
        }
    }
}
