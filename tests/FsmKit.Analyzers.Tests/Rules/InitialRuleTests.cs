using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0025: one initial state on a level.</summary>
public sealed class InitialRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0025");

    private static string Door(string states) => $"[GClass] public sealed partial class Door : GObj {{ private enum State {{ {states} }} }}";

    [Theory]
    [InlineData("[Initial] A, B, [[|Initial|]] C", "'A' and 'C' are both marked as the initial state of 'Door'")]
    [InlineData("A, [Inside(A), Initial] B, [Inside(A), [|Initial|]] C", "'B' and 'C' are both marked as the initial state inside 'A'")]
    public async Task Two_on_a_level_are_told(string states, string message) => Assert.Equal(message, (await _verify.VerifyAsync(Door(states)))[0].GetMessage());

    [Theory]
    [InlineData("A, [Initial] B")]
    [InlineData("[Initial] A, [Inside(A), Initial] B, [Inside(A)] C, D, [Inside(D), Initial] E")]
    public Task One_on_each_level_is_fine(string states) => _verify.VerifyAsync(Door(states));
}
