using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0069: the answer stands behind the guarded rows.</summary>
public sealed class GuardGapFixTests
{
    private readonly CodeFixVerifier<BodyAnalyzer, GuardGapFix> _fix = new();

    private static string Door(string rows) =>
        $"[GClass, Input<EvOpen>]\npublic sealed partial class Door : GObj\n{{\n    private enum State\n    {{\n{rows}        A,\n    }}\n\n    private void Ac() {{ }}\n    private bool Is(in EvOpen e) => e.Key > 3;\n}}\n";

    [Theory]
    [InlineData("FSM0069.Refuse", "Refuse")]
    [InlineData("FSM0069.Ignore", "Ignore")]
    public Task It_is_the_one_that_was_chosen(string key, string answer) => new CodeFixVerifier<BodyAnalyzer, GuardGapFix> { Key = key }.VerifyAsync(
        [Door("        [On<EvOpen>(nameof(Ac), When = nameof(Is))]\n"), Snippets.Events],
        [Door($"        [On<EvOpen>(nameof(Ac), When = nameof(Is))]\n        [{answer}<EvOpen>]\n"), Snippets.Events]);

    [Fact]
    public async Task Both_are_offered() => Assert.Equal(
        ["FSM0069.Refuse", "FSM0069.Ignore"], await _fix.OfferedKeysAsync(Door("        [On<EvOpen>(nameof(Ac), When = nameof(Is))]\n"), Snippets.Events));
}
