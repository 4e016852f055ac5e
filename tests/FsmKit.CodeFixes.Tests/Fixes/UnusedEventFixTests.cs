using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0062, FSM0065: the declaration is removed, as the choice of the author.</summary>
public sealed class UnusedEventFixTests
{
    private readonly CodeFixVerifier<BehaviourAnalyzer, UnusedEventFix> _fix = new();

    private static string Door(string events, string rest = "[On<EvOpen>(Next = Opened), Refuse] Closed, [On<EvOpen>(Next = Closed), Refuse] Opened") =>
        $"[GClass, Input<EvOpen>{events}]\nsealed partial class Door : GObj\n{{\n    enum State {{ {rest} }}\n}}\n";

    [Theory]
    [InlineData(", Input<EvClose>")]
    [InlineData(", Output<EvClose>")]
    public Task The_declaration_is_removed(string declaration) => _fix.VerifyAsync([Door(declaration), Snippets.Events], [Door("")]);

    [Fact]
    public async Task An_event_with_rows_keeps_its_declaration() => Assert.Empty(await _fix.OfferedKeysAsync(
        Door(", Input<EvClose>", "[Ignore<EvOpen>, Refuse] Closed, [On<EvClose>(Next = Closed), Ignore<EvOpen>] Opened"), Snippets.Events));
}
