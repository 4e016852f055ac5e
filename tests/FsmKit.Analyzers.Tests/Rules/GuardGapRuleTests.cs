using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0069: events that no guard lets through.</summary>
public sealed class GuardGapRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0069");

    private static string Oven(string states, string more = "") =>
        $"public readonly record struct EvHeat(int N); [GClass, Input<EvHeat>{more}] public sealed partial class Oven : GObj {{ private enum State {{ {states} }} private void Ac() {{ }} private bool IsHot(in EvHeat e) => e.N > 100; private bool IsCold(in EvHeat e) => e.N <= 100; private bool IsIce(in EvHeat e) => e.N < 0; }}";

    [Theory]
    [InlineData("[[|On<EvHeat>(nameof(Ac), When = nameof(IsHot))|]] A")]
    [InlineData("[On<EvHeat>(nameof(Ac), When = nameof(IsHot)), [|On<EvHeat>(nameof(Ac), When = nameof(IsIce))|]] A")]
    [InlineData("[On<EvHeat>(nameof(Ac), When = nameof(IsHot))] B, [Inside(B), [|On<EvHeat>(nameof(Ac), When = nameof(IsIce))|]] A")]
    public async Task A_gap_is_told(string states) => Assert.Equal(
        "When no guard holds, 'EvHeat' is refused in 'A' of 'Oven': add a row without a guard, or say [Refuse<EvHeat>]", (await _verify.OnlyAsync(Oven(states)))[0].GetMessage());

    [Theory]
    [InlineData("[On<EvHeat>(nameof(Ac), When = nameof(IsHot)), On<EvHeat>(nameof(Ac), When = nameof(IsCold))] A")]
    [InlineData("[On<EvHeat>(nameof(Ac), When = nameof(IsHot)), Refuse<EvHeat>] A")]
    [InlineData("[On<EvHeat>(nameof(Ac), When = nameof(IsHot)), Refuse] A")]
    [InlineData("[On<EvHeat>(nameof(Ac))] B, [Inside(B), On<EvHeat>(nameof(Ac), When = nameof(IsIce))] A")]
    [InlineData("[On<EvHeat>(nameof(Ac), When = nameof(IsCold))] B, [Inside(B), On<EvHeat>(nameof(Ac), When = nameof(IsHot))] A")]
    public Task No_gap_is_fine(string states) => _verify.OnlyAsync(Oven(states));

    [Fact]
    public Task A_row_of_the_class_closes_it() => _verify.OnlyAsync(Oven("[On<EvHeat>(nameof(Ac), When = nameof(IsHot))] A", ", Ignore<EvHeat>"));
}
