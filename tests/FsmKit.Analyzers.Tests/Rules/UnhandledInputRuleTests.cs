using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0062: events with which no state does anything.</summary>
public sealed class UnhandledInputRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BehaviourAnalyzer(), "FSM0062");

    private static string Door(string states) =>
        $"[GClass, Input<EvOpen>, Input<[|EvClose|]>] public sealed partial class Door : GObj {{ private enum State {{ {states} }} }}";

    [Theory]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvOpen>(Next = A), Refuse] B", "No state of 'Door' handles 'EvClose': a closing [Refuse] refuses it everywhere")]
    [InlineData("[On<EvOpen>(Next = A), Refuse] A, [On<EvClose>(Next = A), Refuse] B", "Only states that 'Door' never enters handle 'EvClose'")]
    [InlineData("[On<EvOpen>(Next = A), Ignore<EvClose>] A, [On<EvClose>(Next = A), Refuse] B", "Only states that 'Door' never enters handle 'EvClose'")]
    public async Task An_event_that_is_never_handled_is_told(string states, string message) =>
        Assert.Equal(message, (await _verify.OnlyAsync(Door(states), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvClose>(Next = A), Refuse] B")]
    [InlineData("[On<EvOpen>(Next = A), Ignore<EvClose>] A")]
    [InlineData("[On<EvOpen>(Next = A), Refuse<EvClose>] A")]
    public Task One_that_some_row_names_is_fine(string states) => _verify.OnlyAsync(Door(states).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal), Snippets.Events);
}
