using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0040: forwards to a target that does not take the event.</summary>
public sealed class ForwardTargetRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0040");

    private static string House(string row) => $$"""
        [GClass, Input<EvClose>]
        public sealed partial class Door : GObj { private enum State { [On<EvClose>(Next = S0)] S0 } }

        [GClass, Input<EvOpen>]
        public sealed partial class House : GObj
        {
            private Door? _door; private GObj? _any; private IAccept<EvOpen>? _open; private List<Door>? _list;
            private enum State { [{{row}}] S0 }
            private static EvClose ToClose(in EvOpen e) => default;
            private void AcOpen() { }
        }
        """;

    [Theory]
    [InlineData("Forward<EvOpen>([|nameof(_door)|])", "'EvOpen' cannot be forwarded to '_door': 'Door' does not declare [Input<EvOpen>]")]
    [InlineData("Forward<EvOpen>([|nameof(_any)|])", "'EvOpen' cannot be forwarded to '_any': its type 'GObj' is no IAccept<EvOpen>")]
    [InlineData("Forward<EvOpen>([|nameof(_list)|])", "'EvOpen' cannot be forwarded to '_list': its type 'List<Door>' is no IAccept<EvOpen>")]
    [InlineData("Forward<EvOpen>([|nameof(AcOpen)|])", "'EvOpen' cannot be forwarded to 'AcOpen': it is no field or property of 'House' that can be read")]
    [InlineData("Forward<EvOpen>([|\"_typo\"|])", "'EvOpen' cannot be forwarded to '_typo': it is no field or property of 'House' that can be read")]
    [InlineData("Forward<EvOpen>(to: [|\"\"|], When = null)", "'EvOpen' cannot be forwarded to '': it is no field or property of 'House' that can be read")]
    [InlineData("Forward<EvOpen>([|nameof(_open)|], Map = nameof(ToClose))", "'EvClose' cannot be forwarded to '_open': its type 'IAccept<EvOpen>' is no IAccept<EvClose>")]
    public async Task It_is_told_on_the_target(string row, string message) =>
        Assert.Equal(message, (await _verify.OnlyAsync(House(row), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("Forward<EvOpen>(nameof(_door), Map = nameof(ToClose))")]
    [InlineData("Forward<EvOpen>(nameof(_open))")]
    public Task What_takes_the_event_is_fine(string row) => _verify.VerifyAsync(House(row), Snippets.Events);

    [Theory]
    [InlineData("Forward<EvOpen>(nameof({|CS0103:_typo|}))")]
    [InlineData("Forward<{|CS0246:EvTypo|}>(nameof(_door))")]
    [InlineData("Forward<EvOpen>(nameof(_door), Map = nameof({|CS0103:Typo|}))")]
    public Task What_the_compiler_says_is_not_said_again(string row) => _verify.OnlyAsync(House(row), Snippets.Events);

    [Fact]
    public async Task A_map_that_does_not_fit_is_a_call_that_does_not_fit() => Assert.Equal(
        "'AcOpen' has the wrong signature in 'House': a map is 'TEvent AcOpen()', 'TEvent AcOpen(in EvOpen e)' or 'TEvent AcOpen(GObj? source, in EvOpen e)', where TEvent is the event to forward",
        (await new AnalyzerVerifier(new GClassAnalyzer(), "FSM0005").OnlyAsync(House("Forward<EvOpen>(nameof(_door), [|Map = nameof(AcOpen)|])"), Snippets.Events))[0].GetMessage());
}
