using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0080: outputs of children without a receiver.</summary>
public sealed class UnheardOutputRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0080");

    private const string Child = "[GClass, Input<EvOpen>, Output<EvClose>, Output<EvLock>(Optional = true)] public sealed partial class Lock : GObj { private enum State { [On<EvOpen>(nameof(Ac))] A } private void Ac() { Publish(new EvClose()); Publish(new EvLock(1)); } }";

    private static string Door(string body, string inputs = "", string members = "", string answers = "") =>
        $"[GClass, Input<EvOpen>{inputs}] public sealed partial class Door : GObj {{ private Lock? _lock; {members} private enum State {{ [Ignore<EvOpen>{answers}] A }} protected override void StartUp() {{ {body} }} private void Use() => _lock?.Send(new EvOpen(1)); private static void Set(Lock one) {{ }} }}";

    [Theory]
    [InlineData("_lock = [|Create<Lock>()|];")]
    [InlineData("[|Create<Lock>(\"one\")|];")]
    [InlineData("var one = [|Create<Lock>()|]; one.Send(new EvOpen(1));")]
    [InlineData("[|Create<Lock>(configure: static one => one.TraceMachine = default)|];")]
    public async Task An_output_that_nobody_takes_is_told(string body) => Assert.Equal(
        "'EvClose' of 'Lock' has no subscriber: 'Door', which creates the child, has no [Input<EvClose>], and no code in 'Door' subscribes to the event",
        (await _verify.OnlyAsync(Door(body), Child, Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("_lock = Create<Lock>();", ", Input<EvClose>", "", ", Ignore<EvClose>")]
    [InlineData("Shown = Create<Lock>();", "", "public Lock? Shown { get; private set; }", "")]
    [InlineData("_lock = Create<Lock>(); _lock.Subscribe<EvClose>(static (GObj _, in EvClose _) => { });", "", "", "")]
    [InlineData("Create<Lock>(configure: one => one.Subscriber = Parent);", "", "", "")]
    [InlineData("Create<Lock>(configure: static one => Set(one));", "", "", "")]
    [InlineData("Create<Lock>(configure: Set);", "", "", "")]
    [InlineData("_ = Make();", "", "private Lock Make() => Create<Lock>();", "")]
    public Task One_that_somebody_can_hear_is_fine(string body, string inputs, string members, string answers) => _verify.OnlyAsync(Door(body, inputs, members, answers), Child, Snippets.Events);
}
