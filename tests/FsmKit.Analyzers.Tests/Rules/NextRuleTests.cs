using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0006: the next state of a row.</summary>
public sealed class NextRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0006");

    private static string Door(string next) =>
        $$"""
        public enum Other { Closed }

        [GClass]
        [Input<EvOpen>]
        public sealed partial class Door : GObj
        {
            private const string Name2 = "Opened";

            private enum State : byte
            {
                [On<EvOpen>({{next}})]
                Closed,

                [Refuse]
                Opened,
            }
        }
        """;

    [Theory]
    [InlineData("Next = Opened")]
    [InlineData("Next = State.Opened")]
    [InlineData("Next = nameof(Opened)")]
    [InlineData("Next = Name2")]
    [InlineData("Next = null")]
    public Task A_state_is_fine(string next) => _verify.VerifyAsync(Door(next), Snippets.Events);

    [Theory]
    [InlineData("""[|Next = "Open"|]""", "Open")]
    [InlineData("[|Next = 1|]", "1")]
    [InlineData("[|Next = typeof(int)|]", "int")]
    [InlineData("[|Next = new[] { 1 }|]", "int[]")]
    [InlineData("[|Next = (State)7|]", "7")]
    public async Task Anything_else_is_not(string next, string name)
    {
        var found = await _verify.VerifyAsync(Door(next), Snippets.Events);
        Assert.Equal($"'{name}' is no state of 'Door'", found[0].GetMessage());
    }

    [Theory]
    [InlineData("[|Next = Other.Closed|]", "'Other.Closed' is no state of 'Door': it belongs to the enum 'Other', and a next state is a member of 'Door.State'")]
    [InlineData("[|Next = Window.State.Opened|]", "'Window.State.Opened' is no state of 'Door': it belongs to the enum 'Window.State', and a next state is a member of 'Door.State'")]
    [InlineData("[|Next = (Other)7|]", "'(Other)7' is no state of 'Door': it belongs to the enum 'Other', and a next state is a member of 'Door.State'")]
    public async Task A_member_of_another_enum_is_told_its_enum(string next, string message)
    {
        var found = await _verify.VerifyAsync(Door(next), "public static class Window { public enum State { Closed, Opened } }", Snippets.Events);
        Assert.Equal(message, found[0].GetMessage());
    }

    [Fact]
    public Task What_does_not_compile_is_left_to_the_compiler() => _verify.VerifyAsync(Door("Next = {|CS0103:Opned|}"), Snippets.Events);

    [Fact]
    public Task In_a_generic_gclass_the_name_counts() => _verify.VerifyAsync(
        """
        public partial class Outer<T>
        {
            [GClass]
            [Input<EvOpen>]
            [On<EvOpen>([|Next = "Ajar"|])]
            public sealed partial class Door<U> : GObj
            {
                private enum State
                {
                    [On<EvOpen>(Next = nameof(Opened))]
                    Closed,

                    [After(10, [|Next = "Shut"|])]
                    [Idle(10, [|Next = "Shut"|])]
                    Opened,
                }
            }
        }
        """,
        Snippets.Events);
}
