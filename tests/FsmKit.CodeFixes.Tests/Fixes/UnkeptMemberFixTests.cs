using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0091: the member is kept.</summary>
public sealed class UnkeptMemberFixTests
{
    private readonly CodeFixVerifier<BodyAnalyzer, UnkeptMemberFix> _fix = new();

    private static string Door(string members) =>
        $"[GClass(Version = 1), Input<EvOpen>]\npublic sealed partial class Door : GObj\n{{\n{members}\n    private enum State\n    {{\n        [On<EvOpen>(nameof(Ac), When = nameof(Is)), Refuse] A,\n    }}\n\n    private void Ac() => _n = N++;\n    private bool Is() => _n > 3 && N > 2;\n}}\n";

    [Fact]
    public Task Fields_and_properties_are() => _fix.VerifyAllAsync(
        [Door("    private int _n;\n    private int N { get; set; }\n"), Snippets.Events], [Door("    [Kept] private int _n;\n    [Kept] private int N { get; set; }\n"), Snippets.Events]);
}
