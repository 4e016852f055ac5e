using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0081: a row leads where the others lead.</summary>
public sealed class StrayNextFixTests
{
    private readonly CodeFixVerifier<BodyAnalyzer, StrayNextFix> _fix = new();

    private static string Door(string row, string next = "Next = C", string ofClass = "") =>
        $"[GClass, Input<EvOpen>, Input<EvClose>{ofClass}]\npublic sealed partial class Door : GObj\n{{\n    private enum State\n    {{\n        [On<EvOpen>(nameof(Ac), {next}), On<EvClose>(nameof(Ac), {next})] A, [On<EvOpen>(nameof(Ac), {next})] B, [Ignore<EvOpen>, On<EvClose>(Next = B)] C, [{row}] D,\n    }}\n\n    private int _n;\n    private void Ac() => _n++;\n    private bool Is() => _n < 5;\n}}\n";

    [Theory]
    [InlineData("On<EvClose>(nameof(Ac), Next = B)", "On<EvClose>(nameof(Ac), Next = C)")]
    [InlineData("On<EvClose>(nameof(Ac), Next = State.B, When = nameof(Is))", "On<EvClose>(nameof(Ac), Next = State.C, When = nameof(Is))")]
    [InlineData("On<EvClose>(nameof(Ac), Next = nameof(B))", "On<EvClose>(nameof(Ac), Next = nameof(C))")]
    [InlineData("On<EvClose>(nameof(Ac))", "On<EvClose>(nameof(Ac), Next = C)")]
    [InlineData("On<EvClose>(nameof(Ac), When = nameof(Is))", "On<EvClose>(nameof(Ac), When = nameof(Is), Next = C)")]
    public Task It_leads_there(string before, string after) =>
        _fix.VerifyAsync([Door($"Ignore<EvOpen>, {before}"), Snippets.Events], [Door($"Ignore<EvOpen>, {after}"), Snippets.Events]);

    [Theory]
    [InlineData(", On<EvClose>(nameof(Door.Ac), Next = \"B\")", ", On<EvClose>(nameof(Door.Ac), Next = \"C\")")]
    [InlineData(", On<EvClose>(nameof(Door.Ac))", ", On<EvClose>(nameof(Door.Ac), Next = \"C\")")]
    public Task A_row_of_the_class_leads_there(string before, string after) =>
        _fix.VerifyAsync([Door("Ignore<EvOpen>", ofClass: before), Snippets.Events], [Door("Ignore<EvOpen>", ofClass: after), Snippets.Events]);

    [Fact]
    public Task It_stays_as_the_others_do() => _fix.VerifyAsync(
        [Door("Ignore<EvOpen>, On<EvClose>(nameof(Ac), Next = B)", "When = nameof(Is)"), Snippets.Events], [Door("Ignore<EvOpen>, On<EvClose>(nameof(Ac))", "When = nameof(Is)"), Snippets.Events]);
}
