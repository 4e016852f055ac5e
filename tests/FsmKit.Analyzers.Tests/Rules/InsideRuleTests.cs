using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0024: states are inside each other like boxes.</summary>
public sealed class InsideRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0024");

    private static string Door(string states, string type = "") =>
        $"[GClass] public sealed partial class Door{type} : GObj {{ private enum State {{ {states} }} private enum Other {{ A, X }} }}";

    [Theory]
    [InlineData("[Inside([|\"Nowhere\"|])] A, B", "'A' of 'Door' cannot be inside 'Nowhere': it is no state of the gclass")]
    [InlineData("[Inside([|7|])] A, B", "'A' of 'Door' cannot be inside '7': it is no state of the gclass")]
    [InlineData("[Inside([|Other.X|])] A, B", "'A' of 'Door' cannot be inside '1': it is no state of the gclass")]
    [InlineData("[Inside([|A|])] A, B", "'A' of 'Door' cannot be inside 'A': it is the state itself")]
    [InlineData("[Inside([|B|])] A, [Inside([|A|])] B", "'A' of 'Door' cannot be inside 'B': 'B' is inside 'A' already")]
    [InlineData("[Inside([|C|])] A, [Inside([|A|])] B, [Inside([|B|])] C, [Inside(C)] D", "'A' of 'Door' cannot be inside 'C': 'C' is inside 'A' already")]
    public async Task What_is_no_box_is_told(string states, string message) => Assert.Equal(message, (await _verify.VerifyAsync(Door(states)))[0].GetMessage());

    [Theory]
    [InlineData("A, [Inside(A)] B, [Inside(B)] C, [Inside(A)] D")]
    [InlineData("[Inside(B)] A, B")]
    [InlineData("A, [Inside(\"A\")] B, [Inside(nameof(A))] C")]
    public async Task Boxes_are_fine(string states)
    {
        await _verify.VerifyAsync(Door(states));
        await _verify.VerifyAsync(Door("A, [Inside(nameof(A))] B", "<T>"));
    }
}
