using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0090: named timeouts that nothing starts.</summary>
public sealed class UnstartedTimerRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0090");

    private static string Door(string body) =>
        $"[GClass, Input<EvOpen>, Input<EvClose>] public sealed partial class Door : GObj {{ private enum State {{ [On<EvOpen>(nameof(Ac)), On<EvClose>(nameof(Ac))] A }} private void Ac() {{ {body} }} }}";

    [Theory]
    [InlineData("[|StopTimer<EvClose>()|];")]
    [InlineData("_ = [|TimeLeft<EvClose>()|];")]
    [InlineData("StartTimer(TimeSpan.FromSeconds(1), new EvOpen(1)); [|StopTimer<EvClose>()|];")]
    public async Task It_is_told(string body) => Assert.Equal(
        "'EvClose' of 'Door' is never started: nothing in 'Door' calls StartTimer with a 'EvClose'", (await _verify.OnlyAsync(Door(body), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("StartTimer(TimeSpan.FromSeconds(1), new EvClose()); StopTimer<EvClose>();")]
    [InlineData("StartTimer(TimeSpan.FromSeconds(1), new EvClose());")]
    public Task One_that_is_started_is_fine(string body) => _verify.OnlyAsync(Door(body), Snippets.Events);
}
