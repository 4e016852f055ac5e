using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0026: Reenter without an effect.</summary>
public sealed class ReenterRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0026");

    private static string Door(string states, string before = "") =>
        $"public readonly record struct EvA; [GClass, Input<EvA>]{before} public sealed partial class Door : GObj {{ private enum State {{ {states} }} }}";

    [Theory]
    [InlineData("[On<EvA>([|Reenter = true|])] A", "'Reenter' has no effect here: the row has no 'Next', so that it leaves nothing")]
    [InlineData("[On<EvA>(Next = B, [|Reenter = true|])] A, [Refuse] B", "'Reenter' has no effect here: 'B' is not inside 'A', so that 'A' is left anyway")]
    [InlineData("[On<EvA>(Next = A, [|Reenter = true|])] A, [Inside(A)] B", "'Reenter' has no effect here: 'A' is not inside 'A', so that 'A' is left anyway")]
    [InlineData("A, [Inside(A), Refuse, After(1, Next = A, [|Reenter = true|])] B", "'Reenter' has no effect here: 'A' is not inside 'B', so that 'B' is left anyway")]
    [InlineData("[Refuse, Idle(1, [|Reenter = true|])] A", "'Reenter' has no effect here: the row has no 'Next', so that it leaves nothing")]
    public async Task Where_it_means_nothing_it_is_told(string states, string message) => Assert.Equal(message, (await _verify.VerifyAsync(Door(states)))[0].GetMessage());

    [Fact]
    public async Task On_the_class_it_means_nothing()
    {
        var found = await _verify.VerifyAsync(Door("A, [Inside(A)] B", "[On<EvA>(Next = \"B\", [|Reenter = true|])]"));
        Assert.Equal("'Reenter' has no effect here: a row on the class is around all states, and there is nothing around it to leave", found[0].GetMessage());
    }

    [Theory]
    [InlineData("[On<EvA>(Next = C, Reenter = true)] A, [Inside(A)] B, [Inside(B)] C")]
    [InlineData("[Refuse, After(1, Next = B, Reenter = true)] A, [Inside(A)] B")]
    [InlineData("[Refuse, Idle(1, Next = B, Reenter = true)] A, [Inside(A)] B")]
    [InlineData("[On<EvA>(Next = B, Reenter = false)] A, [Refuse] B")]
    public Task Elsewhere_it_is_fine(string states) => _verify.VerifyAsync(Door(states));
}
