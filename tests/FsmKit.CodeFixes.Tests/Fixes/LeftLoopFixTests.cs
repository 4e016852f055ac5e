using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0076: the code after the await runs on the loop.</summary>
public sealed class LeftLoopFixTests
{
    private readonly CodeFixVerifier<BodyAnalyzer, LeftLoopFix> _fix = new();

    private static string Reader(string delay) =>
        "using System.Threading;\nusing System.Threading.Tasks;\n\npublic readonly record struct EvText(string Text);\n\npublic readonly record struct EvFailed(Exception Fault);\n\n[GClass, Input<EvText>, Input<EvFailed>]\npublic sealed partial class Reader : GObj\n{\n    private string _page = \"\";\n\n"
        + "    private enum State\n    {\n        [Invoke<EvText, EvFailed>(nameof(LoadAsync)), On<EvText>(nameof(Ac)), Ignore<EvFailed>] A,\n    }\n\n    private void Ac(in EvText e) => _page = e.Text;\n\n"
        + $"    private async Task<string> LoadAsync(CancellationToken stop)\n    {{\n        await {delay};\n        _page = \"x\";\n        return _page;\n    }}\n}}\n";

    [Fact]
    public Task Without_its_ConfigureAwait() => _fix.VerifyAllAsync(Reader("Task.Delay(1, stop).ConfigureAwait(false)"), Reader("Task.Delay(1, stop)"));
}
