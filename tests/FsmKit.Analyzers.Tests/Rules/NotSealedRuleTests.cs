using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0002: gclasses that are not sealed.</summary>
public sealed class NotSealedRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0002");

    [Fact]
    public async Task A_gclass_that_is_not_sealed_is_told_so()
    {
        var found = await _verify.VerifyAsync(
            """
            [GClass]
            public partial class [|Door|] : GObj
            {
                private enum State { Closed }
            }
            """);
        Assert.Equal("The gclass 'Door' has to be sealed", found[0].GetMessage());
    }

    [Fact]
    public Task Of_several_parts_the_one_with_the_attribute_is_shown() => _verify.VerifyAsync(
        """
        public partial class Door
        {
            private enum State { Closed }
        }
        """,
        """
        [GClass]
        public partial class [|Door|] : GObj;
        """);

    [Fact]
    public Task Sealed_in_one_part_is_sealed() => _verify.VerifyAsync(
        """
        public sealed partial class Door
        {
            private enum State { Closed }
        }
        """,
        """
        [GClass]
        public partial class Door : GObj;
        """);
}
