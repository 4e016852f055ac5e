using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0041: the event that is forwarded up is declared.</summary>
public sealed class ForwardOutputFixTests
{
    private readonly CodeFixVerifier<GClassAnalyzer, ForwardOutputFix> _fix = new();

    private static string House(string attributes, string row) =>
        attributes + "\npublic sealed partial class House : GObj\n{\n    private enum State { [" + row + "] S0 }\n\n    private static EvClose ToClose() => default;\n}\n";

    [Theory]
    [InlineData("Forward<EvOpen>", "EvOpen")]
    [InlineData("Forward<EvOpen>(Map = nameof(ToClose))", "EvClose")]
    public Task It_is_declared(string row, string e) => _fix.VerifyAllAsync(
        [House("[GClass]\n[Input<EvOpen>]", row), Snippets.Events], [House($"[GClass]\n[Input<EvOpen>]\n[Output<{e}>]", row)]);
}
