using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0077: guards that read members that any code can write.</summary>
public sealed class OutsideMemberRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0077");

    private static string Door(string member, string reads) =>
        $"[GClass, Input<EvOpen>] public sealed partial class Door : GObj {{ {member} private enum State {{ [On<EvOpen>(nameof(Ac), When = nameof(Is)), Refuse] A }} private void Ac() {{ }} private bool Is() => {reads}; }}";

    [Theory]
    [InlineData("public bool [|IsReady|] { get; set; }")]
    [InlineData("internal bool [|IsReady|];")]
    [InlineData("public bool [|IsReady|] { get; internal set; }")]
    public async Task It_is_told(string member) => Assert.Equal(
        "Any code can write 'IsReady', which guard 'Is' of 'Door' reads, so the behaviour can change without an event; let an event carry the value, or make 'IsReady' a [Parameter]",
        (await _verify.OnlyAsync(Door(member, "IsReady"), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("public bool IsReady { get; private set; }")]
    [InlineData("public bool IsReady { get; init; }")]
    [InlineData("private bool IsReady { get; set; }")]
    [InlineData("public readonly bool IsReady;")]
    [InlineData("[Parameter] public partial bool IsReady { get; set; }")]
    public Task What_only_the_gobj_or_its_settings_write_is_fine(string member) => _verify.OnlyAsync(Door(member, "IsReady"), Snippets.Events);
}
