using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0020: names that the generated part needs.</summary>
public sealed class TakenNameRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0020");

    [Theory]
    [InlineData("public string [|CurrentState|] => \"\";")]
    [InlineData("private int [|ChangeState|];")]
    [InlineData("private void [|ChangeState|](State next) { }")]
    [InlineData("private event Action? [|Publish|];")]
    [InlineData("private void [|Publish|](in EvOut e) { }")]
    [InlineData("private class [|Publish|];")]
    [InlineData("private bool [|FsmTimerDue|] => true;")]
    public Task A_member_that_is_in_the_way_is_told(string member) => _verify.VerifyAsync(Door("Door", member));

    [Theory]
    [InlineData("private void ChangeState(int next) { }")]
    [InlineData("private void ChangeState(State next, int more) { }")]
    [InlineData("private void Publish(EvOut e, int more) { }")]
    [InlineData("private void Publish(string text) { }")]
    [InlineData("private int Waiting2, TimerDue, Slow_EvA, Fsm_Row0, _fsmTo_EvOut, FsmDescription, currentState;")]
    [InlineData("private void Use() { ChangeState(CurrentState); Publish(new EvOut()); }")]
    public Task Any_other_is_fine(string member) => _verify.VerifyAsync(Door("Door", member));

    [Theory, InlineData("CurrentState"), InlineData("ChangeState"), InlineData("Publish")]
    public Task The_gclass_itself_can_be_in_the_way(string name) => _verify.VerifyAsync(Door($"[|{name}|]", ""));

    [Fact]
    public Task A_member_that_is_not_left_out_does_not_compile() =>
        new AnalyzerVerifier(new GClassAnalyzer(), "FSM0020") { Compiles = false }.VerifyAsync(Door("[|FsmMachine|]", ""));

    [Fact]
    public Task A_type_parameter_can_be_in_the_way() => _verify.VerifyAsync(Door("Door<[|CurrentState|]>", ""));

    [Theory, InlineData("Machine"), InlineData("Waiting"), InlineData("TimerDue"), InlineData("SubscribeAll"), InlineData("CheckParameters"), InlineData("Fsm_Description")]
    public Task Other_names_of_gclasses_are_fine(string name) => _verify.VerifyAsync(Door(name, ""));

    [Fact]
    public async Task The_message_says_what_happens()
    {
        var found = await _verify.VerifyAsync(Door("Door", "public string [|CurrentState|] => \"\";"));
        Assert.Equal(
            "'CurrentState' is the name of a member that is generated for the gclass 'Door', and is left out because of this: give this another name",
            found[0].GetMessage());
    }

    private static string Door(string name, string member) => $$"""
        public readonly record struct EvOut;
        [GClass, Output<EvOut>] public sealed partial class {{name}} : GObj { private enum State { Closed } {{member}} }
        """;
}
