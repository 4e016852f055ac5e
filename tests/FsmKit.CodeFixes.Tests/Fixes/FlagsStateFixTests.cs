using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0022: the attribute goes, the values stay.</summary>
public sealed class FlagsStateFixTests
{
    [Fact]
    public Task The_attribute_is_removed() => new CodeFixVerifier<GClassAnalyzer, FlagsStateFix>().VerifyAsync(
        "[GClass]\nsealed partial class Door : GObj\n{\n    [Flags]\n    enum State { A, B = 2 }\n}\n", "[GClass]\nsealed partial class Door : GObj\n{\n    enum State { A, B = 2 }\n}\n");
}
