using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0009: rows for events that are not declared.</summary>
public sealed class UndeclaredInputRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0009");

    [Fact]
    public async Task A_row_for_an_event_that_is_not_declared_is_shown()
    {
        var found = await _verify.VerifyAsync(
            """
            [GClass]
            [Input<EvOpen>]
            [Ignore<[|EvLock|]>]
            public sealed partial class Door : GObj
            {
                private enum State
                {
                    [Ignore<EvOpen>]
                    [FsmKit.On<[|EvClose|]>(Next = Closed)]
                    Closed,
                }
            }
            """,
            Snippets.Events);
        Assert.Equal("'EvLock' is no input event of 'Door': declare it with [Input<EvLock>]", found[0].GetMessage());
    }

    [Fact]
    public Task An_output_is_no_input() => _verify.VerifyAsync(
        """
        [GClass]
        [Output<EvOpen>]
        public sealed partial class Door : GObj
        {
            private enum State
            {
                [Ignore<[|EvOpen|]>]
                Closed,
            }
        }
        """,
        Snippets.Events);

    [Fact]
    public Task Declared_in_another_part_is_declared() => _verify.VerifyAsync(
        """
        [GClass]
        public sealed partial class Door : GObj
        {
            private enum State
            {
                [Ignore<EvOpen>]
                Closed,
            }
        }
        """,
        "[Input<EvOpen>] public sealed partial class Door;",
        Snippets.Events);

    [Theory]
    [InlineData("{|CS0246:EvOpne|}", "EvOpen")]
    [InlineData("EvOpen", "{|CS0246:EvOpne|}")]
    public Task A_misspelt_event_does_not_cascade(string input, string row) => _verify.VerifyAsync(
        $$"""
        [GClass]
        [Input<{{input}}>]
        public sealed partial class Door : GObj
        {
            private enum State
            {
                [Ignore<{{row}}>]
                Closed,
            }
        }
        """,
        Snippets.Events);
}
