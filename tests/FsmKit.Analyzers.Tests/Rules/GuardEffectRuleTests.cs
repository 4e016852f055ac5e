using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0074: guards that do something.</summary>
public sealed class GuardEffectRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0074");

    private static string Door(string guard, string more = "") =>
        $"[GClass, Input<EvOpen>, Input<EvClose>, Output<EvLock>] public sealed partial class Door : GObj {{ private int _n; private enum State {{ [On<EvOpen>(nameof(Ac), When = nameof(Is)), Refuse] A }} private void Ac() => Publish(new EvLock(_n)); private bool Is() => {guard}; {more} }}";

    [Theory]
    [InlineData("[|_n++|] > 3", "writes '_n'")]
    [InlineData("([|_n = 3|]) > 2", "writes '_n'")]
    [InlineData("Deep()", "writes '_n'", "private bool Deep() { [|_n += 2|]; return _n > 3; }")]
    [InlineData("[|Send(this, new EvClose())|] == Outcome.Handled", "calls 'Send'")]
    [InlineData("[|Post(this, new EvClose())|] == Outcome.Queued", "calls 'Post'")]
    [InlineData("Says()", "calls 'Publish'", "private bool Says() { [|Publish(new EvLock(1))|]; return true; }")]
    public async Task It_is_told(string guard, string what, string more = "") => Assert.Equal(
        $"Guard 'Is' of 'Door' {what}: a guard is evaluated whenever its row is tried, and also by Can, when no event is handled",
        (await _verify.OnlyAsync(Door(guard, more), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("_n > 3")]
    [InlineData("Deep()", "private bool Deep() { var n = _n; n++; return n > 3; }")]
    [InlineData("_all.Exists(n => n > 3)", "private readonly List<int> _all = [];")]
    public Task One_that_only_asks_is_fine(string guard, string more = "") => _verify.OnlyAsync(Door(guard, more), Snippets.Events);
}
