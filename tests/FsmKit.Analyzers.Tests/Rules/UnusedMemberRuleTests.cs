using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0066: methods whose row is lost.</summary>
public sealed class UnusedMemberRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BehaviourAnalyzer(), "FSM0066");

    private static string Door(string states, string members = "", string more = "") =>
        $"[GClass, Input<EvOpen>, Input<EvClose>{more}] public sealed partial class Door : GObj {{ private enum State {{ {states} }} {members} }}";

    private const string States = "[On<EvOpen>(nameof(AcOpen)), After(nameof(Wait)), Refuse] A, [Refuse] B";
    private const string Used = "private void AcOpen() { } private TimeSpan Wait => TimeSpan.Zero; ";

    [Theory]
    [InlineData("private void [|AcClose|]() { }", "AcClose")]
    [InlineData("private bool [|IsShut|](in EvOpen e) => IsShut(e);", "IsShut")]
    [InlineData("private static TimeSpan [|Other|] => TimeSpan.Zero;", "Other")]
    public async Task One_that_nothing_names_is_told(string member, string name) => Assert.Equal(
        $"'{name}' of 'Door' is used nowhere: a row that names it may be missing", (await _verify.OnlyAsync(Door(States, Used + member), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("")]
    [InlineData("public void AcClose() { }")]
    [InlineData("private void AcClose() { } public void Close() => AcClose();")]
    [InlineData("private void AcClose() { } public Action Closes => AcClose;")]
    [InlineData("[Obsolete] private void AcClose() { }")]
    [InlineData("partial void AcClose();")]
    [InlineData("protected override void StartUp() { }")]
    [InlineData("private int _count;")]
    [InlineData("private string Text => \"\"; public string Form => \"{Text}\";")]
    public Task What_is_used_or_found_without_its_name_is_fine(string member) => _verify.OnlyAsync(Door(States, Used + member), Snippets.Events);
}
