using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0031: events that cannot be deferred.</summary>
public sealed class DeferRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0031");

    private static string Door(string e, string gclass, string defer) =>
        $"public {e} EvA {{ }} [GClass{gclass}, Input<EvA>] public sealed partial class Door : GObj {{ private enum State {{ [{defer}] A, [On<EvA>(Next = A)] B }} }}";

    [Fact]
    public async Task One_that_borrows_memory_is_told() => Assert.Equal(
        "'EvA' cannot be deferred: it borrows memory, which is gone when the sender goes on",
        (await _verify.OnlyAsync(Door("ref struct", "", "Defer<[|EvA|]>")))[0].GetMessage());

    [Fact]
    public async Task One_of_a_nested_gclass_is_told() => Assert.Equal(
        "'EvA' cannot be deferred: 'Door' is Reentrancy.Nested, and handles events inside of transitions",
        (await _verify.VerifyAsync(Door("struct", "(Reentrancy = Reentrancy.Nested)", "Defer<[|EvA|]>")))[0].GetMessage());

    [Fact]
    public Task One_that_can_be_kept_is_fine() => _verify.VerifyAsync(Door("struct", "", "Defer<EvA>"));
}
