using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0003: gclasses that do not derive from GObj.</summary>
public sealed class NotAGObjRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0003");

    [Fact]
    public async Task A_gclass_without_base_is_told_so()
    {
        var found = await _verify.VerifyAsync(
            """
            [GClass]
            public sealed partial class [|Door|]
            {
                private enum State { Closed }
            }
            """);
        Assert.Equal("The gclass 'Door' has to derive from GObj", found[0].GetMessage());
    }

    [Fact]
    public Task Another_base_is_no_gobj() => _verify.VerifyAsync(
        """
        namespace Other
        {
            public class GObj;

            [GClass]
            public sealed partial class [|Door|] : GObj
            {
                private enum State { Closed }
            }
        }
        """);

    [Fact]
    public Task A_base_between_is_fine() => _verify.VerifyAsync(
        """
        public abstract class Base : GObj;

        [GClass]
        public sealed partial class Door : Base
        {
            private enum State { Closed }
        }
        """);

    [Fact]
    public Task A_base_that_does_not_compile_is_left_to_the_compiler() => _verify.VerifyAsync(
        """
        [GClass]
        public sealed partial class Door : {|CS0246:GObjj|}
        {
            private enum State { Closed }
        }
        """);
}
