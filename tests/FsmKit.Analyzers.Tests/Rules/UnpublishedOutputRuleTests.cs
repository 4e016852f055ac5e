using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0065: output events that are never published.</summary>
public sealed class UnpublishedOutputRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BehaviourAnalyzer(), "FSM0065");

    private static string Door(string members, string output = "EvOpen", string row = "Ignore<EvClose>") =>
        $"[GClass, Input<EvClose>, Output<{output}>] public sealed partial class Door : GObj {{ private enum State {{ [{row}] A }} {members} }}";

    [Theory]
    [InlineData("")]
    [InlineData("public void Say() { }")]
    [InlineData("public EventName<EvOpen> As { get; } = EventName.Own<EvOpen>();")]
    public async Task One_that_is_never_published_is_told(string members) => Assert.Equal(
        "'EvOpen' is an output event of 'Door' that it never publishes", (await _verify.OnlyAsync(Door(members, "[|EvOpen|]"), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("public void Say() => Publish(new EvOpen(1));")]
    [InlineData("public void Say() => this.Publish(default(EvOpen));")]
    [InlineData("public void Say() { EvOpen e = new(1); Publish(e); }")]
    [InlineData("private void Tell<T>(T e) { } public void Say() => Tell(new EvOpen(1));")]
    public Task One_that_code_makes_is_fine(string members) => _verify.OnlyAsync(Door(members), Snippets.Events);

    [Fact]
    public Task One_that_is_published_by_another_name_is_fine() => _verify.OnlyAsync("using Other = EvOpen; " + Door("public void Say() => Publish(new Other(1));"), Snippets.Events);

    [Fact]
    public Task One_that_a_forward_passes_up_is_fine() => _verify.OnlyAsync(Door("", "EvClose", "Forward<EvClose>"), Snippets.Events);
}
