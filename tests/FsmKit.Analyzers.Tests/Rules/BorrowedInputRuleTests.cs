using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0013: borrowed events and gclasses that can be busy.</summary>
public sealed class BorrowedInputRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0013");

    private static string Parser(string gclass, string e, string action) =>
        $$"""
        public readonly ref struct EvBytes(ReadOnlySpan<byte> data) { public ReadOnlySpan<byte> Data { get; } = data; }
        public readonly record struct EvText(string Text);

        [{{gclass}}]
        [Input<{{e}}>, Output<EvText>]
        public sealed partial class Parser : GObj
        {
            private int _count;

            private enum State
            {
                [Refuse<{{e.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)}}>]
                [Enter(nameof(AcEnter))]
                Idle,
            }

            private void AcEnter() => {{action}};
        }
        """;

    [Fact]
    public async Task A_borrowed_input_of_a_gclass_that_can_be_busy_is_shown()
    {
        var found = await _verify.VerifyAsync(Parser("GClass", "[|EvBytes|]", "Publish(new EvText(\"\"))"));
        Assert.Equal("'EvBytes' borrows memory and cannot wait: while an action of 'Parser' is running, it is refused", found[0].GetMessage());
    }

    [Theory]
    [InlineData("GClass(Reentrancy = Reentrancy.Nested)", "EvBytes", "Publish(new EvText(\"\"))")]
    [InlineData("GClass", "EvBytes", "_count++")]
    [InlineData("GClass", "EvText", "Publish(new EvText(\"\"))")]
    public async Task Without_a_queue_or_without_borrowing_there_is_nothing_to_say(string gclass, string e, string action) =>
        await _verify.VerifyAsync(Parser(gclass, e, action));
}
