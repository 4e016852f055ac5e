using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0079: transitions from a state to itself.</summary>
public sealed class SelfTransitionRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BehaviourAnalyzer(), "FSM0079");

    private static string Door(string states, string members = "") =>
        $"[GClass, Input<EvOpen>, Input<EvClose>] public sealed partial class Door : GObj {{ private enum State {{ {states} }} private void Ac() {{ }} private bool Is() => ChildCount > 0; {members} }}";

    [Theory]
    [InlineData("[On<EvOpen>(nameof(Ac), [|Next = A|]), On<EvClose>(Next = B)] A, [On<EvOpen>(Next = A), Ignore<EvClose>] B")]
    [InlineData("[On<EvOpen>(nameof(Ac), When = nameof(Is), [|Next = A|]), On<EvOpen>(Next = B), Ignore<EvClose>] A, [Enter(nameof(Ac)), On<EvOpen>(Next = A), Ignore<EvClose>] B")]
    [InlineData("[On<EvClose>(Next = B)] A, [Inside(A), On<EvOpen>(nameof(Ac), [|Next = A1|])] A1, [On<EvOpen>(Next = A), Ignore<EvClose>] B")]
    public async Task Where_nothing_is_left_or_entered_it_is_told(string states) =>
        Assert.Matches("^'Next' leads from '(A1?)' to '\\1', which has no effect: another state may be meant$", (await _verify.OnlyAsync(Door(states), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("[Enter(nameof(Ac)), On<EvOpen>(nameof(Ac), Next = A), Ignore<EvClose>] A")]
    [InlineData("[Exit(nameof(Ac)), On<EvOpen>(nameof(Ac), Next = A), Ignore<EvClose>] A")]
    [InlineData("[After(10, nameof(Ac)), On<EvOpen>(nameof(Ac), Next = A), Ignore<EvClose>] A")]
    [InlineData("[Idle(10, nameof(Ac)), On<EvOpen>(nameof(Ac), Next = A), Ignore<EvClose>] A")]
    [InlineData("[On<EvOpen>(nameof(Ac), Next = A, Reenter = true), Ignore<EvClose>] A, [Inside(A)] A1, [Inside(A)] A2")]
    [InlineData("[On<EvOpen>(nameof(Ac), Next = A), Defer<EvClose>] A, [On<EvOpen>(Next = A), On<EvClose>(Next = A)] B")]
    public Task Where_something_is_it_is_fine(string states) => _verify.OnlyAsync(Door(states), Snippets.Events);

    [Fact]
    public Task A_row_of_the_class_is_for_other_states() => _verify.OnlyAsync(
        "[GClass, Input<EvOpen>, On<EvOpen>(nameof(Door.Ac), Next = \"A\")] public sealed partial class Door : GObj { private enum State { A, [After(10, Next = A)] B } private void Ac() { } }", Snippets.Events);

    [Fact]
    public Task Work_of_an_action_ends_with_the_state() => _verify.OnlyAsync(
        "using System.Threading; using System.Threading.Tasks; public readonly record struct EvDone; public readonly record struct EvFailed(Exception Fault); [GClass, Input<EvDone>, Input<EvFailed>, Input<EvOpen>] public sealed partial class Door : GObj { private enum State { [On<EvOpen>(nameof(Ac), Next = A), On<EvDone>(nameof(AcNo)), On<EvFailed>(nameof(AcNo))] A } private void Ac() => Invoke(WorkAsync, new EvDone(), static x => new EvFailed(x)); private static Task WorkAsync(CancellationToken stop) => Task.CompletedTask; private void AcNo() { } }",
        Snippets.Events);
}
