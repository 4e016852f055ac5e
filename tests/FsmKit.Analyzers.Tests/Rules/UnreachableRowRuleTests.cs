using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0008: rows that cannot be reached.</summary>
public sealed class UnreachableRowRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0008");

    private static string Door(string table, string onClass = "") =>
        $$"""
        [GClass]
        [Input<EvOpen>, Input<EvClose>]
        {{onClass}}
        public sealed partial class Door : GObj
        {
            private enum State
            {
                {{table}}
                [Refuse]
                Closed,
            }

            private void Ac() { }
            private bool HasKey() => true;
            private bool HasOil() => true;
        }
        """;

    [Theory]
    [InlineData("[On<EvOpen>(nameof(Ac))] [[|On<EvOpen>|]]", "an unguarded On")]
    [InlineData("[Ignore<EvOpen>] [[|On<EvOpen>(nameof(Ac))|]]", "an unguarded Ignore")]
    [InlineData("[Ignore<EvOpen>, Ignore<EvClose>, [|Refuse<EvOpen>|]]", "an unguarded Ignore")]
    [InlineData("[Refuse<EvOpen>] [[|On<EvOpen>(When = nameof(HasKey))|]]", "an unguarded Refuse")]
    [InlineData("[On<EvOpen>(When = nameof(HasKey))] [[|On<EvOpen>(nameof(Ac), When = nameof(HasKey))|]]", "the row with the same guard 'HasKey'")]
    public async Task A_row_behind_the_last_answer_is_shown(string table, string winner)
    {
        var found = await _verify.VerifyAsync(Door(table), Snippets.Events);
        Assert.Equal($"This row for EvOpen is never reached, {winner} has answered it before", found[0].GetMessage());
    }

    [Theory]
    [InlineData("[On<EvOpen>(When = nameof(HasKey))] [On<EvOpen>(When = nameof(HasOil))] [On<EvOpen>]")]
    [InlineData("[On<EvOpen>(When = nameof(HasKey))] [Ignore<EvOpen>]")]
    [InlineData("[On<EvOpen>(When = nameof(HasKey))] [Refuse<EvOpen>] [Ignore<EvClose>]")]
    [InlineData("[After(10)] [After(10)]")]
    [InlineData("[Idle(10)] [Idle(10)] [After(10)]")]
    public Task Guarded_rows_and_one_without_guard_are_fine(string table) => _verify.VerifyAsync(Door(table), Snippets.Events);

    [Fact]
    public Task Rows_of_the_class_are_a_list_of_their_own() => _verify.VerifyAsync(
        Door("[On<EvOpen>(nameof(Ac))]", "[Ignore<EvOpen>] [Ignore<EvClose>] [[|Refuse<EvClose>|]]"), Snippets.Events);

    [Fact]
    public Task Each_row_too_many_is_shown() => _verify.VerifyAsync(
        Door("[Ignore<EvOpen>] [[|Refuse<EvOpen>|]] [[|On<EvOpen>|]]"), Snippets.Events);

    [Fact]
    public Task A_misspelt_guard_or_event_does_not_cascade() => _verify.VerifyAsync(
        Door("[On<EvOpen>(When = {|CS0103:HasKeyy|})] [On<EvOpen>(When = nameof({|CS0103:HasKeyy|}))] [On<EvOpen>] [On<{|CS0246:EvOpne|}>] [On<{|CS0246:EvOpne|}>]"), Snippets.Events);
}
