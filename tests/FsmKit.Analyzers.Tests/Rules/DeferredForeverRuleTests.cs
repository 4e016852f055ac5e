using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0063: deferred events that never come.</summary>
public sealed class DeferredForeverRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BehaviourAnalyzer(), "FSM0063");

    private static string Door(string states, string members = "", string more = "") =>
        $"[GClass, Input<EvOpen>, Input<EvClose>{more}] public sealed partial class Door : GObj {{ private enum State {{ {states} }} {members} }}";

    [Theory]
    [InlineData("[On<EvOpen>(Next = B), Ignore<EvClose>] A, [Defer<[|EvClose|]>, On<EvOpen>(Next = A)] B", "B")]
    [InlineData("[On<EvOpen>(Next = B), On<EvClose>(Next = A)] A, [Defer<[|EvClose|]>, Ignore<EvOpen>] B", "B")]
    public async Task One_that_no_later_state_handles_is_told(string states, string state) => Assert.Equal(
        $"'EvClose' is deferred in state '{state}' of 'Door', and no state that can follow handles it", (await _verify.OnlyAsync(Door(states), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("[On<EvOpen>(Next = B), On<EvClose>(Next = A)] A, [Defer<EvClose>, On<EvOpen>(Next = A)] B")]
    [InlineData("[On<EvOpen>(Next = B), On<EvClose>(Next = A)] A, [Defer<EvClose>, After(10, Next = A), Refuse] B")]
    [InlineData("[On<EvOpen>(Next = A), Ignore<EvClose>] A, [Defer<EvClose>, Ignore<EvOpen>] B")]
    public Task One_that_comes_at_last_is_fine(string states) => _verify.OnlyAsync(Door(states), Snippets.Events);
}
