using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0078: nested gclasses that send to themselves.</summary>
public sealed class SelfSendRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0078");

    private static string Door(string attribute, string body) =>
        $"[GClass{attribute}, Input<EvOpen>, Input<EvClose>] public sealed partial class Door : GObj {{ private enum State {{ [On<EvOpen>(nameof(Ac)), Ignore<EvClose>] A }} private void Ac() {{ {body} }} }}";

    [Theory]
    [InlineData("[|Send(this, new EvClose())|];")]
    [InlineData("[|this.Send(this, new EvClose())|];")]
    public async Task It_is_told(string body) => Assert.Equal(
        "'Door' is Reentrancy.Nested: this event is handled inside 'Ac', before the rest of the method; post it, or remove Reentrancy",
        (await _verify.OnlyAsync(Door("(Reentrancy = Reentrancy.Nested)", body), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("(Reentrancy = Reentrancy.Nested)", "Post(this, new EvClose());")]
    [InlineData("", "Send(this, new EvClose());")]
    public Task What_waits_is_fine(string attribute, string body) => _verify.OnlyAsync(Door(attribute, body), Snippets.Events);
}
