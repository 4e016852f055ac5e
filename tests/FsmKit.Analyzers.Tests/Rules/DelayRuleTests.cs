using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0012: duration of a timeout.</summary>
public sealed class DelayRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0012");

    private static string Door(string length, string timeout = "After") =>
        $$"""
        [GClass]
        public sealed partial class Door : GObj
        {
            private const int Zero = 0;

            private enum State
            {
                [{{timeout}}({{length}}, Next = nameof(Closed))]
                Closed,
            }

            private TimeSpan Delay => TimeSpan.Zero;
        }
        """;

    [Theory]
    [InlineData("[|0|]", 0)]
    [InlineData("[|-5|]", -5)]
    [InlineData("[|Zero|]", 0)]
    [InlineData("milliseconds: [|0|]", 0)]
    public async Task A_length_of_nothing_is_shown(string length, int milliseconds)
    {
        var found = await _verify.VerifyAsync(Door(length));
        await _verify.VerifyAsync(Door(length, "Idle"));
        Assert.Equal($"A timeout of {milliseconds} milliseconds is never due: its length has to be greater than zero", found[0].GetMessage());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("nameof(Delay)")]
    [InlineData("nameof({|CS0103:Delya|})")]
    public async Task A_length_or_a_member_is_fine(string length)
    {
        await _verify.VerifyAsync(Door(length));
        await _verify.VerifyAsync(Door(length, "Idle"));
    }
}
