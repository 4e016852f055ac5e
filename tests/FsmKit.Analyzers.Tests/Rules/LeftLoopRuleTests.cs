using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0076: code that runs beside the loop.</summary>
public sealed class LeftLoopRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0076");

    private static string Reader(string work) =>
        "using System.Threading; using System.Threading.Tasks; public readonly record struct EvText(string Text); public readonly record struct EvFailed(Exception Fault);"
        + $" [GClass, Input<EvText>, Input<EvFailed>, Output<EvText>] public sealed partial class Reader : GObj {{ private string _page = \"\"; private readonly string _uri = \"\"; private enum State {{ [Invoke<EvText, EvFailed>(nameof(LoadAsync)), On<EvText>(nameof(Ac)), Refuse] A }} private void Ac(in EvText e) {{ _page = e.Text; Publish(new EvText(_page)); }} private async Task<string> LoadAsync(CancellationToken stop) {{ {work} }} }}";

    [Theory]
    [InlineData("[|await Task.Delay(1, stop).ConfigureAwait(false)|]; _page = \"x\"; return _page;", "_page")]
    [InlineData("[|await Task.Delay(1, stop).ConfigureAwait(false)|]; Publish(new EvText(\"\")); return \"\";", "Publish")]
    public async Task What_touches_the_gobj_behind_it_is_told(string work, string what) => Assert.Equal(
        $"After this ConfigureAwait(false) 'LoadAsync' runs outside of the loop and uses '{what}' of 'Reader': await without ConfigureAwait(false), or return the value and let the event carry it",
        (await _verify.OnlyAsync(Reader(work)))[0].GetMessage());

    [Theory]
    [InlineData("await Task.Delay(1, stop); _page = \"x\"; return _page;")]
    [InlineData("_page = \"x\"; await Task.Delay(1, stop).ConfigureAwait(false); return _uri;")]
    [InlineData("await Task.Delay(1, stop).ConfigureAwait(false); Post(this, new EvText(\"x\")); return \"\";")]
    public Task What_does_not_is_fine(string work) => _verify.OnlyAsync(Reader(work));
}
