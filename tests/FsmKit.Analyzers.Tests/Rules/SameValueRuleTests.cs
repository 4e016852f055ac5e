using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0017: one value, one state.</summary>
public sealed class SameValueRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0017");

    private static string Door(string states, string type = "int") => $"[GClass] public sealed partial class Door : GObj {{ private enum State : {type} {{ {states} }} }}";

    [Theory]
    [InlineData("A, B = 1, [|C|] = 1")]
    [InlineData("A, [|B|] = 0")]
    [InlineData("A, B = 1, [|C|] = B")]
    [InlineData("A = 1, B = 0, [|C|]")]
    [InlineData("A = -1, [|B|] = -1", "short")]
    [InlineData("A = ulong.MaxValue, [|B|] = ulong.MaxValue, [|C|] = ulong.MaxValue", "ulong")]
    public Task Two_names_for_one_state_are_told(string states, string type = "int") => _verify.VerifyAsync(Door(states, type));

    [Theory]
    [InlineData("A, B, C")]
    [InlineData("A = 7, B = -3, C = 300", "short")]
    [InlineData("A = 2, B = 1")]
    [InlineData("A = {|CS0103:Unknown|}, B = {|CS0103:Unknown|}")]
    public Task Other_values_are_fine(string states, string type = "int") => _verify.VerifyAsync(Door(states, type));

    [Fact]
    public async Task The_message_says_what_happens()
    {
        var found = await _verify.VerifyAsync(Door("A, B = 1, [|C|] = 1"));
        Assert.Equal("State 'C' of 'Door' has the value of 'B', 1: a row with 'Next = C' leads to 'B', and no gobj is ever in 'C'", found[0].GetMessage());
    }
}
