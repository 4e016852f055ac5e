using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0001: gclasses that are not partial.</summary>
public sealed class NotPartialRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0001");

    [Fact]
    public Task A_partial_gclass_is_fine() => _verify.VerifyAsync(
        """
        [GClass]
        public sealed partial class Door : GObj
        {
            private enum State { Closed }
        }
        """);

    [Fact]
    public async Task A_gclass_that_is_not_partial_is_told_so()
    {
        var found = await _verify.VerifyAsync(
            """
            [GClass]
            public sealed class [|Door|] : GObj
            {
                private enum State { Closed }
            }
            """);
        Assert.Equal("'Door' has to be partial so that the dispatch of the gclass 'Door' can be generated", found[0].GetMessage());
    }

    [Fact]
    public Task Every_type_around_it_has_to_be_partial_too() => _verify.VerifyAsync(
        """
        public static class [|Outer|]<T>
        {
            public partial record struct Middle
            {
                public interface [|Inner|]
                {
                    [GClass]
                    public sealed partial class Door : GObj
                    {
                        private enum State { Closed }
                    }
                }
            }
        }
        """);

    [Fact]
    public Task A_part_that_forgets_it_is_shown_in_its_own_file() => _verify.VerifyAsync(
        """
        [GClass]
        public sealed partial class Door : GObj
        {
            private enum State { Closed }
        }
        """,
        """
        public class [|{|CS0260:Door|}|]
        {
        }
        """);

    [Fact]
    public Task Only_gclasses_are_judged() => _verify.VerifyAsync("public class Plain : GObj;");
}
