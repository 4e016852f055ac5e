using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0091: guards that read members that a snapshot does not keep.</summary>
public sealed class UnkeptMemberRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0091");

    private static string Door(string attribute, string member) =>
        $"[GClass{attribute}, Input<EvOpen>] public sealed partial class Door : GObj {{ {member} private enum State {{ [On<EvOpen>(nameof(Ac), When = nameof(Is)), Refuse] A }} private void Ac() => _n++; private bool Is() => _n > 3; }}";

    [Theory]
    [InlineData("private int [|_n|];")]
    [InlineData("private int [|_n|] { get; set; }")]
    public async Task It_is_told(string member) => Assert.Equal(
        "Guard 'Is' of 'Door' reads '_n', which no snapshot keeps: mark it [Kept], or compute it again when the gobj is restored",
        (await _verify.OnlyAsync(Door("(Version = 1)", member), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("(Version = 1)", "[Kept] private int _n;")]
    [InlineData("", "private int _n;")]
    public Task What_is_kept_or_needs_not_be_is_fine(string attribute, string member) => _verify.OnlyAsync(Door(attribute, member), Snippets.Events);

    [Fact]
    public Task What_nothing_writes_is_fine() => _verify.OnlyAsync(
        "[GClass(Version = 1), Input<EvOpen>] public sealed partial class Door : GObj { private int _n = 3; private enum State { [On<EvOpen>(nameof(Ac), When = nameof(Is)), Refuse] A } private void Ac() { } private bool Is() => _n > 3; }", Snippets.Events);
}
