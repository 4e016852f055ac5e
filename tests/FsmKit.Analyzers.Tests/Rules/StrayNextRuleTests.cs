using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0081: rows that lead elsewhere than all others whose actions end the same way.</summary>
public sealed class StrayNextRuleTests
{
    private const string Likes = "[On<EvOpen>(nameof(Ac), Next = C), On<EvClose>(nameof(Ac), Next = C)] A, [On<EvOpen>(nameof(Ac), Next = C), On<EvClose>(Next = A)] B, ";

    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0081");

    private static string Door(string states, string rows = "") =>
        $"[GClass, Input<EvOpen>, Input<EvClose>{rows}] public sealed partial class Door : GObj {{ private enum State {{ {states} }} private int _n; private void Ac() => _n++; private void AcOther() => _n--; private bool Is() => _n > 3; }}";

    /// <summary>A door with three rows to C, whose actions have the bodies, and a fourth to B.</summary>
    private static string Ending(string first, string second, string third, string fourth, string next = "[|Next = B|]") =>
        $"[GClass, Input<EvOpen>, Input<EvClose>, Output<EvLock>] public sealed partial class Door : GObj {{ private enum State {{ [On<EvOpen>(nameof(Ac1), Next = C), On<EvClose>(nameof(Ac2), Next = C)] A, [On<EvOpen>(nameof(Ac3), Next = C), On<EvClose>(Next = A)] B, [On<EvOpen>(nameof(Ac4), {next}), On<EvClose>(Next = B)] C }} private int _n; private void Ac1() {{ {first} }} private void Ac2() {{ {second} }} private void Ac3() {{ {third} }} private void Ac4() {{ {fourth} }} private void End(int n) => _n = n; private int Count(int n) => _n += n; private void Later() {{ _n++; End(1); }} }}";

    [Theory]
    [InlineData("[On<EvOpen>(nameof(Ac), [|Next = B|]), On<EvClose>(nameof(AcOther), Next = A)] C", "leads to 'B'")]
    [InlineData("[On<EvOpen>(nameof(Ac), [|Next = D|]), On<EvClose>(nameof(AcOther), Next = B)] C, [On<EvOpen>(Next = A), Ignore<EvClose>] D", "leads to 'D'")]
    [InlineData("[On<EvOpen>(nameof(AcOther), Next = B), On<EvClose>(nameof(AcOther), Next = D)] C, [[|On<EvOpen>(nameof(Ac))|], Ignore<EvClose>] D", "stays in its state")]
    [InlineData("[Ignore<EvOpen>, Ignore<EvClose>, After(10, nameof(Ac), [|Next = B|])] C", "leads to 'B'")]
    public async Task One_that_does_not_lead_where_three_others_lead_is_told(string states, string way) => Assert.Equal(
        $"'Ac' {way} here, and each of the other 3 rows that run it leads to 'C': the state or the action of one of them may be wrong",
        (await _verify.OnlyAsync(Door(Likes + states), Snippets.Events))[0].GetMessage());

    [Fact]
    public async Task So_is_one_that_leads_somewhere_when_the_others_stay() => Assert.StartsWith(
        "'Ac' leads to 'A' here, and each of the other 3 rows that run it stays in its state",
        (await _verify.OnlyAsync(Door("[On<EvOpen>(nameof(Ac)), On<EvClose>(nameof(Ac), When = nameof(Is)), On<EvClose>(Next = B)] A, [On<EvOpen>(nameof(Ac)), On<EvClose>(nameof(Ac), [|Next = A|])] B"), Snippets.Events))[0].GetMessage(),
        StringComparison.Ordinal);

    [Fact]
    public Task So_is_a_row_of_the_class() => _verify.OnlyAsync(
        Door("[On<EvOpen>(nameof(Ac), Next = C), On<EvClose>(nameof(Ac), Next = C)] A, [On<EvOpen>(nameof(Ac), Next = C)] B, [On<EvOpen>(Next = B)] C", ", On<EvClose>(nameof(Ac), [|Next = \"B\"|])"), Snippets.Events);

    [Theory]
    [InlineData("[On<EvOpen>(nameof(Ac), Next = C), On<EvClose>(nameof(Ac), Next = C)] A, [On<EvOpen>(nameof(Ac), Next = A), On<EvClose>(Next = A)] B, [Ignore<EvOpen>, On<EvClose>(Next = B)] C")] // Two only.
    [InlineData(Likes + "[On<EvOpen>(nameof(Ac), Next = B), On<EvClose>(nameof(Ac), Next = B)] C")] // Two against three.
    [InlineData(Likes + "[On<EvOpen>(nameof(Ac), Next = B), On<EvClose>(nameof(Ac), Next = D)] C, [Ignore<EvOpen>, Ignore<EvClose>] D")] // Three ways.
    [InlineData(Likes + "[On<EvOpen>(nameof(Ac)), On<EvClose>(nameof(AcOther), Next = B)] C")] // It is there.
    [InlineData(Likes + "[On<EvClose>(nameof(AcOther), Next = B)] C, [Inside(C), On<EvOpen>(nameof(Ac))] C1, [Inside(C), Ignore<EvOpen>] C2")] // It is inside.
    [InlineData("[On<EvOpen>(nameof(Ac), Next = B), Ignore<EvClose>] A, [On<EvOpen>(nameof(AcOther), Next = A), On<EvClose>(Next = C)] B, [On<EvOpen>(Next = A), On<EvClose>(Next = A)] C")] // Rows without an action have nothing in common.
    public Task Others_are_fine(string states) => _verify.OnlyAsync(Door(states), Snippets.Events);

    [Theory]
    [InlineData("End(1);", "_n = 3; End(2);", "if (_n > 1) { return; } End(3);", "End(4);", "ends with 'End'")]
    [InlineData("Later();", "End(2);", "_n++; Later(); return;", "void Local() { } Local(); End(4);", "ends with 'End'")]
    [InlineData("_ = _n; Count(1);", "Count(2);", "Count(3);", "Count(4);", "ends with 'Count'")]
    [InlineData("Publish(new EvLock(1));", "_n++; Publish(new EvLock(1));", "Publish(new EvLock(1));", "Publish(new EvLock(1));", "ends with publishing 'EvLock'")]
    public async Task So_is_one_whose_action_ends_as_those_of_three_others_do(string first, string second, string third, string fourth, string how) => Assert.Matches(
        $"^'Ac4' leads to 'B' here, and each of the other 3 rows with an action that .*{how}, as this one does, leads to 'C':",
        (await _verify.OnlyAsync(Ending(first, second, third, fourth), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("End(1);", "End(2);", "End(3); _n++;", "End(4);")]
    [InlineData("End(1);", "End(2);", "if (_n > 1) { End(3); }", "End(4);")]
    [InlineData("End(1);", "End(2);", "System.Action end = () => End(3);", "End(4);")]
    [InlineData("_n.ToString();", "_n.ToString();", "_n.ToString();", "_n.ToString();")] // What others than the gclass do says nothing about its states.
    public Task What_comes_in_the_middle_makes_no_likes(string first, string second, string third, string fourth) =>
        _verify.OnlyAsync(Ending(first, second, third, fourth, "Next = B"), Snippets.Events);

    [Fact]
    public Task It_is_told_once() => _verify.OnlyAsync(Ending("Later();", "Later();", "Later();", "Later();"), Snippets.Events);
}
