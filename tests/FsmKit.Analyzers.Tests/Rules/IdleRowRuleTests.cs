using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0067: rows that do nothing.</summary>
public sealed class IdleRowRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BehaviourAnalyzer(), "FSM0067");

    private static string Door(string rows) =>
        $"[GClass, Input<EvOpen>, Input<EvClose>] public sealed partial class Door : GObj {{ private enum State {{ [{rows}, Ignore<EvClose>] A }} private void Ac() {{ }} private bool Is() => true; public void Use() {{ Ac(); Is(); }} }}";

    [Theory]
    [InlineData("[|On<EvOpen>|]", "This row of 'Door' does nothing with 'EvOpen': add an action or 'Next', or say [Ignore<EvOpen>]")]
    [InlineData("Ignore<EvOpen>, [|After(10)|]", "This timeout of 'Door' does nothing when it is due: add an action, or 'Next'")]
    [InlineData("Ignore<EvOpen>, [|Idle(10, When = nameof(Is))|]", "This timeout of 'Door' does nothing when it is due: add an action, or 'Next'")]
    public async Task A_row_without_action_and_next_state_is_told(string rows, string message) =>
        Assert.Equal(message, (await _verify.OnlyAsync(Door(rows), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("On<EvOpen>(nameof(Ac))")]
    [InlineData("On<EvOpen>(Next = A)")]
    [InlineData("On<EvOpen>(When = nameof(Is)), Refuse<EvOpen>")]
    [InlineData("Ignore<EvOpen>, After(10, nameof(Ac))")]
    [InlineData("On<EvOpen>, Idle(10, nameof(Ac))")]
    [InlineData("On<EvOpen>, Always(nameof(Ac), When = nameof(Is))")]
    public Task What_does_something_is_fine(string rows) => _verify.OnlyAsync(Door(rows), Snippets.Events);
}
