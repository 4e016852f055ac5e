using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0029: rows without an event that go on for ever. FSM0008: those that are never reached.</summary>
public sealed class AlwaysRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0029");

    private static string Door(string states, string classRow = "") =>
        $"public readonly record struct EvA; [GClass, Input<EvA>, Ignore<EvA>{classRow}] public sealed partial class Door : GObj {{ private enum State {{ {states} }} private void Ac() {{ }} private bool Is() => true; }}";

    [Theory]
    [InlineData("[[|Always(nameof(Ac))|]] A", "An Always row without a guard has to lead to another state: add 'Next', or 'When'")]
    [InlineData("[[|Always(Next = A)|]] A", "Always rows without guards never come to an end, from 'A' to 'A': one of them needs 'When'")]
    [InlineData("[[|Always(Next = B)|]] A, [Always(Next = A)] B", "Always rows without guards never come to an end, from 'A' to 'B' to 'A': one of them needs 'When'")]
    [InlineData(
        "A, [[|Always(Next = C)|]] B, [Inside(B)] B1, [Inside(B)] B2, [Always(Next = B)] C",
        "Always rows without guards never come to an end, from 'B1' to 'C' to 'B1': one of them needs 'When'")]
    public async Task What_never_ends_is_told(string states, string message) => Assert.Equal(message, (await _verify.VerifyAsync(Door(states)))[0].GetMessage());

    [Theory]
    [InlineData("[Always(Next = B)] A, [Always(Next = C)] B, C")]
    [InlineData("[Always(Next = B)] A, [Always(Next = A, When = nameof(Is))] B")]
    [InlineData("[Always(nameof(Ac), When = nameof(Is))] A")]
    public Task What_ends_is_fine(string states) => _verify.VerifyAsync(Door(states));

    [Fact]
    public Task The_end_of_the_machine_ends_them() => _verify.VerifyAsync(Door("A, [Final] B", ", Always(Next = State.B)"));

    [Theory]
    [InlineData("[Always(Next = B)] [[|Always(Next = C, When = nameof(Is))|]] A, B, C", "This row for Always is never reached, an unguarded Always has answered it before")]
    [InlineData("[Done(Next = B)] [[|Done(Next = C)|]] A, [Inside(A), Final] A1, B, C", "This row for Done is never reached, an unguarded Done has answered it before")]
    public async Task A_row_behind_one_that_is_always_taken_is_told(string states, string message) =>
        Assert.Equal(message, (await new AnalyzerVerifier(new GClassAnalyzer(), "FSM0008").VerifyAsync(Door(states)))[0].GetMessage());
}
