using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0007: events that a state does not answer.</summary>
public sealed class UnansweredEventRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0007");

    private static string Door(string table, string onClass = "") =>
        $$"""
        [GClass]
        [Input<EvOpen>, Input<EvClose>]
        [Input<EvLock>]
        {{onClass}}
        public sealed partial class Door : GObj
        {
            private enum State : byte
            {
                {{table}}
            }

            private void Ac() { }
            private bool HasKey() => true;
        }
        """;

    [Fact]
    public async Task Each_state_is_told_once_with_all_its_events()
    {
        var found = await _verify.VerifyAsync(
            Door("""
                [On<EvOpen>(nameof(Ac), Next = Opened)]
                [|Closed|],

                [|Opened|] = 7,

                [Ignore<EvOpen>, Refuse<EvClose>, On<EvLock>]
                Locked,
                """),
            Snippets.Events);
        Assert.Equal("State 'Closed' of 'Door' does not answer EvClose, EvLock", found[0].GetMessage());
        Assert.Equal("State 'Opened' of 'Door' does not answer EvOpen, EvClose, EvLock", found[1].GetMessage());
        Assert.Equal("global::EvClose|global::EvLock", found[0].Properties["Events"]);
        Assert.Equal(DiagnosticSeverity.Warning, found[0].Severity);
    }

    [Theory]
    [InlineData("[Ignore<EvOpen>] [Refuse] Closed")]
    [InlineData("[Ignore<EvOpen>, Ignore<EvClose>, Ignore<EvLock>] Closed")]
    [InlineData("[On<EvOpen>(When = nameof(HasKey))] [Refuse<EvClose>] [On<EvLock>(nameof(Ac))] Closed")]
    public Task A_state_that_answers_everything_is_fine(string state) => _verify.VerifyAsync(Door(state), Snippets.Events);

    [Fact]
    public Task Rows_of_the_class_are_answers_in_every_state() => _verify.VerifyAsync(
        Door("[Ignore<EvClose>] Closed, [|Opened|]", "[Ignore<EvOpen>, Ignore<EvLock>]"), Snippets.Events);

    [Fact]
    public Task A_row_with_a_problem_of_its_own_is_an_answer() => _verify.VerifyAsync(
        Door("[On<EvOpen>(nameof({|CS0103:AcTypo|}))] [On<EvClose>(Next = {|CS0103:Typo|})] [On<EvLock>(When = nameof({|CS0103:HasTypo|}))] Closed"), Snippets.Events);

    [Fact]
    public Task A_misspelt_event_does_not_cascade() => _verify.VerifyAsync(
        Door("[Ignore<EvOpen>] [Ignore<EvClose>] [Ignore<{|CS0246:EvLokc|}>] Closed, [|Opened|]"), Snippets.Events);

    [Fact]
    public Task A_timeout_is_no_answer() => _verify.VerifyAsync(Door("[After(10), Idle(10)] [|Closed|]"), Snippets.Events);

    [Fact]
    public Task A_gclass_without_inputs_has_nothing_to_answer() => _verify.VerifyAsync(
        "[GClass] public sealed partial class Door : GObj { private enum State { Closed } }");

    [Fact]
    public Task Nested_generic_and_divided_gclasses_are_read_alike() => _verify.VerifyAsync(
        """
        namespace One
        {
            public partial class Outer<T>
            {
                [GClass]
                [Input<EvOpen>]
                public sealed partial class Door<U> : GObj;
            }
        }

        namespace Two
        {
            [GClass]
            [Input<EvOpen>]
            public sealed partial class Door : GObj
            {
                private enum State { [|Closed|], [Ignore<EvOpen>] Opened }
            }
        }
        """,
        """
        namespace One;

        public partial class Outer<T>
        {
            [Input<EvRxData>]
            [Input<Nested.EvOpen>]
            partial class Door<U>
            {
                private enum State { [|Closed|], [Ignore<EvOpen>, Ignore<EvRxData>, Ignore<Nested.EvOpen>] Opened }
            }
        }

        public static class Nested
        {
            public struct EvOpen;
        }
        """,
        Snippets.Events);

    [Fact]
    public Task A_pragma_silences_it() => _verify.VerifyAsync(
        Door("""
            #pragma warning disable FSM0007
                    Closed,
            #pragma warning restore FSM0007
                    [|Opened|],
            """),
        Snippets.Events);

    [Theory]
    [InlineData("none", null)]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public async Task The_editorconfig_sets_its_severity(string severity, DiagnosticSeverity? expected)
    {
        var verify = new AnalyzerVerifier(new GClassAnalyzer(), "FSM0007") { EditorConfig = $"dotnet_diagnostic.FSM0007.severity = {severity}" };
        var found = await verify.VerifyAsync(Door(expected is null ? "Closed" : "[|Closed|]"), Snippets.Events);
        Assert.Equal(expected, found is [var one] ? one.Severity : null);
    }

    [Fact]
    public Task A_state_that_is_only_passed_meets_no_event() => _verify.OnlyAsync(
        "[GClass, Input<EvOpen>] public sealed partial class Door : GObj { private enum State { [On<EvOpen>(Next = B)] A, [Always(Next = A)] B } }", Snippets.Events);

    [Theory]
    [InlineData("[GClass(Reentrancy = Reentrancy.Nested), Input<EvOpen>]", "[Always(nameof(Ac), Next = A)]")]
    [InlineData("[GClass, Input<EvOpen>]", "[Always(Next = A, When = nameof(Is))]")]
    public Task One_where_it_can_wait_or_be_called_meets_some(string attributes, string always) => _verify.OnlyAsync(
        $"{attributes} public sealed partial class Door : GObj {{ private enum State {{ [On<EvOpen>(Next = B)] A, {always} [|B|] }} private void Ac() {{ }} private bool Is() => IsUnique; }}", Snippets.Events);
}
