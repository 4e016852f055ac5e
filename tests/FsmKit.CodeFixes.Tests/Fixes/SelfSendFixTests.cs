using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0078: the event is posted.</summary>
public sealed class SelfSendFixTests
{
    private readonly CodeFixVerifier<BodyAnalyzer, SelfSendFix> _fix = new();

    private static string Door(string call) =>
        $"[GClass(Reentrancy = Reentrancy.Nested), Input<EvOpen>, Input<EvClose>]\npublic sealed partial class Door : GObj\n{{\n    private enum State\n    {{\n        [On<EvOpen>(nameof(Ac)), Ignore<EvClose>] A,\n    }}\n\n    private void Ac() => {call}(this, new EvClose());\n}}\n";

    [Theory]
    [InlineData("Send", "Post")]
    [InlineData("this.Send", "this.Post")]
    public Task It_waits(string before, string after) => _fix.VerifyAsync([Door(before), Snippets.Events], [Door(after), Snippets.Events]);
}
