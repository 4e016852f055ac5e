using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0064: events that a closing Refuse covers.</summary>
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

    [Fact]
    public async Task Of_a_composite_the_one_state_is_told_that_lacks_what_all_others_have() => Assert.Equal(
        "[Refuse] on 'A' refuses EvClose in 'A3' too, which all other states inside answer: a row may be missing",
        (await _verify.OnlyAsync(
            Door("[Refuse] A, [Inside(A), On<EvOpen>(Next = A2), On<EvClose>(Next = A2)] A1, [Inside(A), On<EvOpen>(Next = A3), Ignore<EvClose>] A2, [Inside(A), Ignore<EvOpen>] [|A3|]"), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("[Inside(A), On<EvOpen>(Next = A3)] A2, [Inside(A), Ignore<EvOpen>] A3")]
    [InlineData("[Inside(A), On<EvOpen>(Next = A3), Ignore<EvClose>] A2, [Inside(A), Ignore<EvOpen>, [|Refuse|]] A3")]
    [InlineData("[Inside(A), On<EvOpen>(Next = A3), Ignore<EvClose>] A2, [Inside(A), Ignore<EvOpen>] A3, [Inside(A3), Ignore<EvClose>] B3")]
    [InlineData("[Inside(A), On<EvOpen>(Next = A3), Ignore<EvClose>] A2, [Inside(A), Final] A3")]
    public Task But_not_where_several_lack_it_or_say_so(string states) =>
        _verify.OnlyAsync(Door("[Refuse] A, [Inside(A), On<EvOpen>(Next = A2), On<EvClose>(Next = A2)] A1, " + states), Snippets.Events);

    [Theory]
    [InlineData("[On<EvOpen>(Next = B), Refuse, Refuse<EvClose>] A, [On<EvClose>(Next = A), Ignore<EvOpen>] B")]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvOpen>(Next = A), Refuse<EvClose>] B")]
    [InlineData("[Refuse] A, [Inside(A), On<EvOpen>(Next = A2), On<EvClose>(Next = A2)] A1, [Inside(A), On<EvOpen>(Next = A1), Ignore<EvClose>] A2")]
    public Task What_is_written_out_is_fine(string states) => _verify.OnlyAsync(Door(states), Snippets.Events);

    [Theory]
    [InlineData("[On<EvOpen>(Next = B), Ignore<EvClose>] A, [Final] B")]
    [InlineData("[On<EvOpen>(Next = B), Ignore<EvClose>] A, [Always(Next = A), Refuse] B")]
    public Task A_state_that_meets_no_event_is_fine(string states) => _verify.OnlyAsync(Door(states), Snippets.Events);

    [Fact]
    public async Task Those_that_most_states_handle_come_first_and_few_are_named() => Assert.Equal(
        "[Refuse] on 'C' refuses EvLock, EvClose, EvOpen and 1 more too, which other states handle: a row may be missing",
        (await _verify.OnlyAsync(Door(
            "[On<EvOpen>(Next = B), On<EvLock>(Next = B), Ignore<EvClose>, Ignore<EvMore>] A, [On<EvClose>(Next = A), On<EvLock>(Next = C), Refuse<EvOpen>, On<EvMore>(Next = A)] B, [After(10, Next = D), [|Refuse|]] C, [On<EvLock>(Next = A), On<EvClose>(Next = A), Ignore<EvOpen>, Ignore<EvMore>] D",
            more: ", Input<EvLock>, Input<EvMore>"), Snippets.Events, "public readonly record struct EvMore;"))[0].GetMessage());

    [Fact]
    public Task The_end_of_work_comes_where_the_work_is_done() => _verify.OnlyAsync(
        "using System.Threading; using System.Threading.Tasks; public readonly record struct EvDone; public readonly record struct EvFailed(Exception Fault); [GClass, Input<EvDone>, Input<EvFailed>, Input<EvOpen>] public sealed partial class Door : GObj { private enum State { [On<EvOpen>(Next = B), Refuse] A, [Invoke<EvDone, EvFailed>(nameof(WorkAsync)), On<EvDone>(Next = A), On<EvFailed>(Next = A), Refuse<EvOpen>] B } private static Task WorkAsync(CancellationToken stop) => Task.CompletedTask; }",
        Snippets.Events);

    [Theory]
    [InlineData("EvClose")]
    [InlineData("EvLock, EvClose")]
    [InlineData("*")]
    public Task A_project_says_which_may_be(string events) => new AnalyzerVerifier(new BehaviourAnalyzer(), "FSM0064") { EditorConfig = $"fsmkit_refuse_may_swallow = {events}" }.OnlyAsync(
        Door("[On<EvOpen>(Next = B), Refuse] A, [On<EvClose>(Next = A), Ignore<EvOpen>] B"), Snippets.Events);

    [Fact]
    public Task And_of_no_others() => new AnalyzerVerifier(new BehaviourAnalyzer(), "FSM0064") { EditorConfig = "fsmkit_refuse_may_swallow = EvLock" }.OnlyAsync(
        Door("[On<EvOpen>(Next = B), [|Refuse|]] A, [On<EvClose>(Next = A), Ignore<EvOpen>] B"), Snippets.Events);

    [Fact]
    public Task Rows_of_the_class_count() => _verify.OnlyAsync(
        Door("[On<EvOpen>(Next = B), Refuse] A, [On<EvClose>(Next = A), Ignore<EvOpen>] B", more: ", Ignore<EvClose>"), Snippets.Events);
}
