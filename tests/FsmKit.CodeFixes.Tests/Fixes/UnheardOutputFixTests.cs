using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0080: the parent accepts the events of its child.</summary>
public sealed class UnheardOutputFixTests
{
    private readonly CodeFixVerifier<BodyAnalyzer, UnheardOutputFix> _fix = new();

    private const string Child = "[GClass, Input<EvOpen>, Output<EvClose>, Output<EvLock>]\npublic sealed partial class Lock : GObj\n{\n    private enum State\n    {\n        [On<EvOpen>(nameof(Ac))] A,\n    }\n\n    private void Ac()\n    {\n        Publish(new EvClose());\n        Publish(new EvLock(1));\n    }\n}\n";

    private static string Door(string inputs) =>
        $"[GClass]\n[Input<EvOpen>]\n{inputs}public sealed partial class Door : GObj\n{{\n    private enum State\n    {{\n        [Ignore<EvOpen>] A,\n    }}\n\n    protected override void StartUp() => Create<Lock>();\n}}\n";

    [Fact]
    public Task Each_output_becomes_an_input() => _fix.VerifyAllAsync([Door(""), Child, Snippets.Events], [Door("[Input<EvClose>]\n[Input<EvLock>]\n"), Child, Snippets.Events]);
}
