using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0004: declaration of the State enum.</summary>
public sealed class StateEnumRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0004");

    [Fact]
    public async Task A_gclass_without_states_is_told_so()
    {
        var found = await _verify.VerifyAsync("[GClass] public sealed partial class [|Door|] : GObj;");
        Assert.Equal("The gclass 'Door' needs a nested enum 'State' with 1 to 256 members, and there is no enum 'State' in it", found[0].GetMessage());
    }

    [Fact]
    public Task Another_type_of_that_name_is_no_table() => _verify.VerifyAsync(
        """
        [GClass]
        public sealed partial class [|Door|] : GObj
        {
            private sealed class State;
        }
        """);

    [Fact]
    public async Task A_table_of_another_name_is_named()
    {
        var found = await _verify.VerifyAsync("[GClass, Input<int>] public sealed partial class [|Door|] : GObj { private enum States { [Ignore<int>] Closed } private enum Colour { Red } }");
        Assert.EndsWith("and there is no enum 'State' in it: rename 'States'", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_enum_is_no_table()
    {
        var found = await _verify.VerifyAsync("[GClass] public sealed partial class Door : GObj { private enum [|State|] { } }");
        Assert.EndsWith("and it has 0", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(256, "State")]
    [InlineData(257, "[|State|]")]
    public Task A_state_is_a_byte(int count, string name) => _verify.VerifyAsync(
        $"[GClass] public sealed partial class Door : GObj {{ private enum {name} {{ {string.Join(", ", Enumerable.Range(0, count).Select(static i => $"S{i}"))} }} }}");

    [Fact]
    public Task The_enum_may_stand_in_any_part() => _verify.VerifyAsync(
        "[GClass] public sealed partial class Door : GObj;",
        "public sealed partial class Door { private enum State { Closed } }");
}
