using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0064: what a closing Refuse stands for.</summary>
public sealed class SwallowedEventRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BehaviourAnalyzer(), "FSM0064");

    private static string Door(string states, string members = "", string more = "") =>
        $"[GClass, Input<EvOpen>, Input<EvClose>{more}] public sealed partial class Door : GObj {{ private enum State {{ {states} }} {members} }}";

    [Theory]
    [InlineData("[On<EvOpen>(Next = B), [|Refuse|]] A, [On<EvClose>(Next = A), Ignore<EvOpen>] B", "[Refuse] on 'A' refuses EvClose too, which other states handle: a row may be missing")]
    [InlineData("[On<EvOpen>(Next = B), On<EvClose>(Next = A)] A, [After(10, Next = A), [|Refuse|]] B", "[Refuse] on 'B' refuses EvOpen, EvClose too, which other states handle: a row may be missing")]
    [InlineData("[On<EvOpen>(Next = B), On<EvClose>(Next = A)] A, [After(10, Next = A), [|Refuse|]] B, [Inside(B), Ignore<EvOpen>] C", "[Refuse] on 'B' refuses EvClose too, which other states handle: a row may be missing")]
    public async Task What_others_handle_is_told(string states, string message) =>
        Assert.Equal(message, (await _verify.OnlyAsync(Door(states), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("[On<EvOpen>(Next = B), Refuse, Refuse<EvClose>] A, [On<EvClose>(Next = A), Ignore<EvOpen>] B")]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvOpen>(Next = A), Refuse<EvClose>] B")]
    [InlineData("[Refuse] A, [Inside(A), On<EvOpen>(Next = A2), On<EvClose>(Next = A2)] A1, [Inside(A), On<EvOpen>(Next = A1), Ignore<EvClose>] A2")]
    public Task What_is_written_out_is_fine(string states) => _verify.OnlyAsync(Door(states), Snippets.Events);

    [Fact]
    public Task Rows_of_the_class_count() => _verify.OnlyAsync(
        Door("[On<EvOpen>(Next = B), Refuse] A, [On<EvClose>(Next = A), Ignore<EvOpen>] B", more: ", Ignore<EvClose>"), Snippets.Events);
}
