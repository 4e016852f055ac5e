using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0060: states to which nothing leads.</summary>
public sealed class UnreachableStateRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BehaviourAnalyzer(), "FSM0060");

    private static string Door(string states, string members = "", string more = "") =>
        $"[GClass, Input<EvOpen>, Input<EvClose>{more}] public sealed partial class Door : GObj {{ private enum State {{ {states} }} {members} }}";

    private async Task<string> Say(string source) => (await _verify.OnlyAsync(source, Snippets.Events))[0].GetMessage();

    [Theory]
    [InlineData("[On<EvOpen>(Next = B), Ignore<EvClose>] A, [On<EvOpen>(Next = A), Ignore<EvClose>] B, [On<EvOpen>(Next = A), Ignore<EvClose>] [|C|]", "C")]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvClose>(Next = A), Refuse] B, [On<EvOpen>(Next = C1), Refuse] [|C|], [Inside(C), On<EvClose>(Next = C2)] C1, [Inside(C)] C2", "C")]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvClose>(Next = A), Refuse] B, [Inside(B)] B1, [Inside(B)] [|B2|]", "B2")]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvClose>(Next = A), Refuse] B, [Inside(B)] B1, [Inside(B)] [|B2|], [Inside(B), History] Was", "B2")]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvClose>(Next = A), Always(Next = A), Refuse] B, [Final, Refuse] [|C|]", "C")]
    public async Task One_that_no_row_leads_to_is_told(string states, string state) =>
        Assert.Equal($"State '{state}' of 'Door' is never entered: no row leads to it from where the machine can be", await Say(Door(states)));

    [Fact]
    public async Task A_row_of_a_state_that_is_never_entered_leads_nowhere() =>
        Assert.Equal(2, (await _verify.OnlyAsync(Door("[On<EvOpen>(Next = A), Refuse] A, [On<EvOpen>(Next = C), Refuse] [|B|], [On<EvOpen>(Next = A), Refuse] [|C|]"), Snippets.Events)).Count);

    [Theory]
    [InlineData("[On<EvOpen>(Next = B), Refuse] A, [On<EvClose>(Next = A), Refuse] B", "")]
    [InlineData("[On<EvOpen>(nameof(Ac)), Refuse] A, [On<EvClose>(Next = A), Refuse] B", "private void Ac() => ChangeState(State.B);")]
    [InlineData("[On<EvOpen>(nameof(Ac)), Refuse] A, [On<EvClose>(Next = A), Refuse] B", "private bool _b; private void Ac() => this.ChangeState(_b ? State.B : (State.A));")]
    [InlineData("[On<EvOpen>(nameof(Ac)), Refuse] A, [On<EvClose>(Next = A), Refuse] B", "private State _next; private void Ac() => ChangeState(_next);")]
    [InlineData("[After(10, Next = B), Refuse] A, [Idle(10, Next = A), Refuse] B", "private void Ac(in EvOpen e) { } private void Use() => Ac(default);")]
    [InlineData("[Done(Next = B), Refuse] A, [Inside(A), On<EvOpen>(Next = A2)] A1, [Inside(A), Final] A2, [On<EvOpen>(Next = A), Refuse] B", "")]
    [InlineData("[On<EvOpen>(Next = Was)] [On<EvClose>(Next = X)] A, [Refuse] X, [Inside(X)] X1, [Inside(X), History(Default = X3)] Was, [Inside(X)] X3", "")]
    public Task What_a_row_or_a_call_leads_to_is_entered(string states, string members) => _verify.OnlyAsync(Door(states, members), Snippets.Events);

    /// <summary>The error comes first, alone.</summary>
    [Fact]
    public Task Of_a_broken_table_nothing_is_said() => new AnalyzerVerifier(new BehaviourAnalyzer(), "FSM0060").VerifyAsync(
        "[GClass, Input<EvOpen>] public partial class Door : GObj { private enum State { [Refuse] A, [Refuse] B } private void Unused() { } }", Snippets.Events);
}
