using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0064: each refusal becomes a row.</summary>
public sealed class SwallowedEventFixTests
{
    private readonly CodeFixVerifier<BehaviourAnalyzer, SwallowedEventFix> _fix = new();

    private static string Door(string closed, string opened) =>
        $"[GClass, Input<EvOpen>, Input<EvClose>]\nsealed partial class Door : GObj\n{{\n    enum State\n    {{\n        {closed}\n\n        {opened}\n    }}\n}}\n";

    [Fact]
    public Task The_rows_are_written_behind_it() => _fix.VerifyAsync(
        [Door("[On<EvOpen>(Next = Opened)]\n        [Refuse]\n        Closed,", "[On<EvClose>(Next = Closed), Ignore<EvOpen>]\n        Opened,"), Snippets.Events],
        [Door("[On<EvOpen>(Next = Opened)]\n        [Refuse]\n        [Refuse<EvClose>]\n        Closed,", "[On<EvClose>(Next = Closed), Ignore<EvOpen>]\n        Opened,")]);

    [Fact]
    public Task In_all_states_at_once() => _fix.VerifyAllAsync(
        [Door("[On<EvOpen>(Next = Opened)]\n        [Refuse]\n        Closed,", "[On<EvClose>(Next = Closed)]\n        [Refuse]\n        Opened,"), Snippets.Events],
        [Door("[On<EvOpen>(Next = Opened)]\n        [Refuse]\n        [Refuse<EvClose>]\n        Closed,", "[On<EvClose>(Next = Closed)]\n        [Refuse]\n        [Refuse<EvOpen>]\n        Opened,")]);
}
