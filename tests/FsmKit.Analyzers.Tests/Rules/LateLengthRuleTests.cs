using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0092: lengths that are written too late.</summary>
public sealed class LateLengthRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0092");

    private static string Lease(string states) =>
        $"public readonly record struct EvGrant(TimeSpan Length); [GClass, Input<EvGrant>] public sealed partial class Lease : GObj {{ private TimeSpan _length; private TimeSpan Wait() => _length * 2; private enum State {{ {states} }} private void AcKeep(in EvGrant e) => _length = e.Length; private void AcNone() {{ }} }}";

    [Theory]
    [InlineData("[[|On<EvGrant>(nameof(AcKeep), Next = Held)|], Refuse] Free, [After(nameof(_length), Next = Free), Refuse] Held", "After(_length)")]
    [InlineData("[[|On<EvGrant>(nameof(AcKeep), Next = Held)|], Refuse] Free, [Idle(nameof(Wait), Next = Free), Refuse] Held", "Idle(Wait)")]
    [InlineData("[[|On<EvGrant>(nameof(AcKeep), Next = Deep)|], Refuse] Free, [After(nameof(_length), Next = Free), Refuse] Held, [Inside(Held)] Deep", "After(_length)")]
    public async Task It_is_told(string states, string timeout) => Assert.Equal(
        $"'AcKeep' writes '_length' after '{timeout}' has read it: the timeout uses the old length; start it with StartTimer in 'AcKeep', or write '_length' in an earlier row",
        (await _verify.OnlyAsync(Lease(states)))[0].GetMessage());

    [Theory]
    [InlineData("[On<EvGrant>(nameof(AcKeep), Next = Ready), Refuse] Free, [On<EvGrant>(nameof(AcNone), Next = Held), Refuse] Ready, [After(nameof(_length), Next = Free), Refuse] Held")]
    [InlineData("[On<EvGrant>(nameof(AcKeep), Next = Held), Refuse] Free, [After(1000, Next = Free), Refuse] Held")]
    [InlineData("[On<EvGrant>(nameof(AcNone), Next = Held), Refuse] Free, [After(nameof(_length), Next = Free), On<EvGrant>(nameof(AcKeep))] Held")]
    public Task One_that_is_known_is_fine(string states) => _verify.OnlyAsync(Lease(states));
}
