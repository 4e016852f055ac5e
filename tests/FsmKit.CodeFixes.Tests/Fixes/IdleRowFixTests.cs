using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0067: the row becomes one that ignores its event.</summary>
public sealed class IdleRowFixTests
{
    private readonly CodeFixVerifier<BehaviourAnalyzer, IdleRowFix> _fix = new();

    private static string Door(string row) => $"[GClass, Input<EvOpen>, Input<EvClose>]\nsealed partial class Door : GObj\n{{\n    enum State {{ [On<EvClose>(Next = B), Ignore<EvOpen>] A, [{row}, On<EvClose>(Next = A)] B }}\n}}\n";

    [Theory]
    [InlineData("On<EvOpen>", "Ignore<EvOpen>")]
    [InlineData("FsmKit.On<EvOpen>", "FsmKit.Ignore<EvOpen>")]
    public Task The_row_becomes_an_Ignore(string before, string after) => _fix.VerifyAsync([Door(before), Snippets.Events], [Door(after)]);

    [Fact]
    public async Task A_timeout_has_no_event_to_ignore() => Assert.Empty(await _fix.OfferedKeysAsync(Door("Ignore<EvOpen>, After(10)"), Snippets.Events));
}
