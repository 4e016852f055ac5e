using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0028: composites that never come to an end.</summary>
public sealed class DoneRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0028");

    private static string Door(string states) =>
        $"public readonly record struct EvA; [GClass, Input<EvA>, Ignore<EvA>] public sealed partial class Door : GObj {{ private enum State {{ {states} }} }}";

    [Theory]
    [InlineData("[[|Done(Next = B)|]] A, B")]
    [InlineData("[[|Done(Next = B)|]] A, [Inside(A)] A1, B")]
    [InlineData("[[|Done(Next = B)|]] A, [Inside(A)] A1, [Inside(A1), Final] A2, B")]
    public async Task One_without_a_final_state_directly_inside_is_told(string states) => Assert.Equal(
        "'A' is never complete: no state directly inside it is marked as final", (await _verify.VerifyAsync(Door(states)))[0].GetMessage());

    [Fact]
    public Task One_with_a_final_state_is_fine() => _verify.VerifyAsync(Door("[Done(Next = B)] A, [Inside(A)] A1, [Inside(A), Final] A2, B"));
}
