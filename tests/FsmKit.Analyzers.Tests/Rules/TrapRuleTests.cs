using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0061: states that are never left.</summary>
public sealed class TrapRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BehaviourAnalyzer(), "FSM0061");

    private static string Door(string states, string members = "", string more = "") =>
        $"[GClass, Input<EvOpen>, Input<EvClose>{more}] public sealed partial class Door : GObj {{ private enum State {{ {states} }} {members} }}";

    [Theory]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [Refuse] [|B|]", "State 'B' of 'Door' is never left and is not final: mark it [Final], or add a row that leads out of it")]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvOpen>(Next = A), On<EvClose>(Next = C)] B, [On<EvOpen>(nameof(Ac)), Refuse] [|C|]", "State 'C' of 'Door' is never left and is not final: mark it [Final], or add a row that leads out of it")]
    [InlineData(
        "[On<EvOpen>(Next = B), Refuse] A, [On<EvOpen>(Next = A), On<EvClose>(Next = C)] B, [On<EvOpen>(Next = D), Refuse] [|C|], [On<EvOpen>(Next = C), Refuse] D",
        "States 'C', 'D' of 'Door' are never left: no row leads from them back to 'A', 'B'")]
    public async Task A_way_without_return_is_told(string states, string message) =>
        Assert.Equal(message, (await _verify.OnlyAsync(Door(states, "private void Ac() { }"), Snippets.Events))[0].GetMessage());

    [Fact]
    public async Task A_machine_that_goes_round_may_have_come_to_what_it_is_for() => Assert.Equal(
        DiagnosticSeverity.Info,
        (await _verify.OnlyAsync(Door("[On<EvOpen>(Next = C), On<EvClose>(Next = B)] A, [On<EvOpen>(Next = A), Refuse] B, [On<EvOpen>(Next = D), Refuse] [|C|], [On<EvClose>(Next = C), Refuse] D"), Snippets.Events))[0].Severity);

    [Theory]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [Final] B")]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvOpen>(nameof(Ac)), Refuse] B")]
    [InlineData("[On<EvOpen>(nameof(Ac)), Ignore<EvClose>] A")]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvOpen>(Next = C), Refuse] B, [On<EvOpen>(Next = B), Refuse] C")]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvClose>(Next = A), Refuse] B, [Inside(B)] B1")]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [After(10, Next = A), Refuse] B")]
    [InlineData("[On<EvOpen>(Next = B), On<EvClose>(Next = Was)] A, [On<EvOpen>(Next = A)] B, [Inside(B), Ignore<EvClose>] B1, [Inside(B), History] Was")]
    [InlineData("[On<EvOpen>(Next = Was), On<EvClose>(nameof(Ac))] A, [On<EvOpen>(Next = A), Ignore<EvClose>] B, [Inside(B)] B1, [Inside(B)] B2, [Inside(B), History] Was")]
    public Task What_comes_back_ends_or_goes_on_is_fine(string states) => _verify.OnlyAsync(Door(states, "private void Ac() { }"), Snippets.Events);

    [Fact]
    public Task Who_changes_to_any_state_comes_back() => _verify.OnlyAsync(
        Door("[On<EvOpen>(nameof(Ac), Next = B), Refuse] A, [Refuse] B", "private State _next; private void Ac() => ChangeState(_next);"), Snippets.Events);

    [Fact]
    public Task Who_ends_itself_needs_no_final_state() => _verify.OnlyAsync(
        Door("[On<EvOpen>(nameof(Ac), Next = B), Refuse] A, [Refuse] B", "private void Ac() => Destroy();"), Snippets.Events);
}
