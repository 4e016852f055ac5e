using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0022: states are no flags.</summary>
public sealed class FlagsStateRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0022");

    [Theory]
    [InlineData("[[|Flags|]] private enum State { A, B = 1, C = 2 }")]
    [InlineData("[[|System.FlagsAttribute|]] private enum State : byte { A }")]
    [InlineData("private enum State { A } [Flags] private enum Options { None }")]
    public Task Only_flags_that_are_states_are_told(string member) => _verify.VerifyAsync($"[GClass] public sealed partial class Door : GObj {{ {member} }}");
}
