using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0027: histories and final states.</summary>
public sealed class PseudoStateRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0027");

    private static string Door(string states) =>
        $"public readonly record struct EvA; [GClass, Input<EvA>] public sealed partial class Door : GObj {{ private enum State {{ {states} }} private void Ac() {{ }} }}";

    [Theory]
    [InlineData("[Ignore<EvA>] A, [Inside(A)] B, [Inside(A), History, [|Ignore<EvA>|]] H", "'H' is a history and has no rows: no gobj is ever in it")]
    [InlineData("[Ignore<EvA>] A, [Inside(A)] B, [Inside(A), History, [|After(5, Next = B)|]] H", "'H' is a history and has no rows: no gobj is ever in it")]
    [InlineData("[Ignore<EvA>] A, [Inside(A)] B, [Inside(A), History, [|Invoke<EvA, EvA>(nameof({|CS0103:WorkAsync|}))|]] H", "'H' is a history and has no actions and no work: no gobj is ever in it")]
    [InlineData("[On<EvA>(Next = B)] A, [Final, [|Invoke<EvA, EvA>(nameof({|CS0103:WorkAsync|}))|]] B", "'B' is final and has no work: nothing goes on in it")]
    [InlineData("[Ignore<EvA>] A, [Inside(A)] B, [Inside(A), History, [|Enter(nameof(Ac))|]] H", "'H' is a history and has no actions and no work: no gobj is ever in it")]
    [InlineData("[Ignore<EvA>] A, [Inside(A)] B, [Inside(A), History, [|Initial|]] H", "'H' is a history and cannot be the initial state: no gobj is ever in it")]
    [InlineData("[Ignore<EvA>] A, [Inside(A)] B, [Inside(A), History, [|Final|]] H", "'H' is a history and cannot be a final state: no gobj is ever in it")]
    [InlineData("[Ignore<EvA>] A, [Inside(A)] B, [Inside(A), History] H, [[|Inside(H)|], Ignore<EvA>] C", "'H' is a history, and 'C' cannot be inside it")]
    [InlineData("[Ignore<EvA>] A, [[|History|]] H", "'H' is a history outside of a composite: name the composite with [Inside(…)]")]
    [InlineData("[Ignore<EvA>] A, [Inside(A), [|History|]] H", "'H' remembers 'A', which has no state inside")]
    [InlineData("[Ignore<EvA>] A, [Inside(A)] B, [Ignore<EvA>] C, [Inside(A), History([|Default = C|])] H", "'H' leads to 'C', which is not inside 'A'")]
    [InlineData("[Ignore<EvA>] A, [Inside(A)] B, [Inside(A), History([|Default = A|])] H", "'H' leads to 'A', which is not inside 'A'")]
    [InlineData("[Ignore<EvA>] A, [Inside(A)] B, [Inside(A), History([|Default = H2|])] H, [Inside(A), History] H2", "'H' leads to 'H2', which is a history too")]
    [InlineData("[Ignore<EvA>] A, [Inside(A)] B, [Inside(A), History([|Default = \"X\"|])] H", "'H' leads to 'X', which is no state of 'Door'")]
    [InlineData("[Final, [|Ignore<EvA>|]] A", "'A' is final and has no rows: nothing goes on in it")]
    [InlineData("[[|Final|]] A, [Inside(A), Ignore<EvA>] B", "'A' has states inside and cannot be final: mark one of those")]
    [InlineData("[Ignore<EvA>] A, [Final, [|Exit(nameof(Ac))|]] B", "'B' ends the machine and is never left")]
    public async Task What_no_gobj_can_be_in_is_told(string states, string message) => Assert.Equal(message, (await _verify.VerifyAsync(Door(states)))[0].GetMessage());

    [Theory]
    [InlineData("[On<EvA>(Next = H)] X, [On<EvA>(Next = X)] A, [Inside(A)] B, [Inside(A)] C, [Inside(A), History(Default = C)] H, [Inside(A), History(Deep = true)] D")]
    [InlineData("[Ignore<EvA>, Done(Next = X)] A, [Inside(A)] B, [Inside(A), Final, Enter(nameof(Ac)), Exit(nameof(Ac))] E, [On<EvA>(Next = End)] X, [Final] End")]
    public Task What_has_its_meaning_is_fine(string states) => _verify.VerifyAsync(Door(states));
}
