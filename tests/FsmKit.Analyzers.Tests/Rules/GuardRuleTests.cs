using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0068: guards that make no difference.</summary>
public sealed class GuardRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0068");

    private static string Oven(string rows, string members) =>
        $"public readonly record struct EvHeat(int N, double X, string? Text, DayOfWeek Day); [GClass, Input<EvHeat>] public sealed partial class Oven : GObj {{ private bool _on; private readonly List<int> _all = []; private enum State {{ [{rows}, Refuse] A }} private void Ac() {{ }} {members} }}";

    private static string Two(string first, string second) => Oven(
        "On<EvHeat>(nameof(Ac), When = nameof(Is)), [|On<EvHeat>(nameof(Ac), When = nameof(Also))|]", $"private bool Is(in EvHeat e) => {first}; private bool Also(in EvHeat e) => {second};");

    [Theory]
    [InlineData("e.N > 100", "e.N > 200", "This row of 'Oven' is never taken: when 'Also' holds, 'Is' has held before")]
    [InlineData("e.N is > 3 and < 9", "e.N is 4 or 8", "This row of 'Oven' is never taken: when 'Also' holds, 'Is' has held before")]
    [InlineData("_on", "_on && e.N > 3", "This row of 'Oven' is never taken: when 'Also' holds, 'Is' has held before")]
    [InlineData("e.N > 4", "5 <= e.N", "This row of 'Oven' is never taken: when 'Also' holds, 'Is' has held before")]
    [InlineData("_all.Count == 0", "_all.Count < 1", "This row of 'Oven' is never taken: when 'Also' holds, 'Is' has held before")]
    [InlineData("e.Text is not null", "e.Text == \"on\"", "This row of 'Oven' is never taken: when 'Also' holds, 'Is' has held before")]
    [InlineData("e.N < e.X", "e.X > e.N", "This row of 'Oven' is never taken: when 'Also' holds, 'Is' has held before")]
    [InlineData("e.Day != DayOfWeek.Monday", "e.Day == DayOfWeek.Friday", "This row of 'Oven' is never taken: when 'Also' holds, 'Is' has held before")]
    [InlineData("_all.Contains(e.N)", "_on && _all.Contains(e.N)", "This row of 'Oven' is never taken: when 'Also' holds, 'Is' has held before")]
    public async Task A_row_whose_cases_are_taken_is_told(string first, string second, string message) =>
        Assert.Equal(message, (await _verify.OnlyAsync(Two(first, second)))[0].GetMessage());

    [Theory]
    [InlineData("e.N > 200", "e.N > 100")]
    [InlineData("e.N > 4", "e.N >= 4")]
    [InlineData("e.X > 4", "e.X > 3.9")]
    [InlineData("!_on", "_on")]
    [InlineData("e.Text == \"off\"", "e.Text == \"on\"")]
    [InlineData("e.N == 1", "e.N == 2")]
    [InlineData("e.X <= 4", "!(e.X > 4)")]
    [InlineData("_all.Contains(1)", "_all.Contains(2)")]
    [InlineData("new Random().Next() > 3", "new Random().Next() > 3")]
    public Task One_that_leaves_something_is_fine(string first, string second) => _verify.OnlyAsync(Two(first, second).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("true", "always")]
    [InlineData("e.N > 3 || e.N <= 3", "always")]
    [InlineData("_all.Count >= 0", "always")]
    [InlineData("e.N > 3 && e.N < 3", "never")]
    [InlineData("Deep() && !Deep()", "never")]
    [InlineData("{|CS8518:e.Day is DayOfWeek.Monday and DayOfWeek.Friday|}", "never")]
    public async Task A_guard_that_is_a_constant_is_told(string guard, string how) => Assert.Equal(
        $"Guard 'Is' of 'Oven' {how} holds",
        (await _verify.OnlyAsync(Oven("On<EvHeat>(nameof(Ac), When = nameof(Is))", $"private bool [|Is|](in EvHeat e) => {guard}; private bool Deep() {{ if (_on) {{ return true; }} return _all.Count > 3; }}")))[0].GetMessage());

    [Fact]
    public Task Returns_behind_ifs_are_read() => _verify.OnlyAsync(Oven(
        "On<EvHeat>(nameof(Ac), When = nameof(Is)), [|On<EvHeat>(nameof(Ac), When = nameof(Also))|]",
        "private bool Is(in EvHeat e) { if (e.N > 9) { return true; } else if (e.N < 3) { return _on; } return false; } private bool Also(in EvHeat e) => e.N == 10;"));

    [Fact]
    public Task Rows_without_an_event_are_asked_too() => _verify.OnlyAsync(
        "public readonly record struct EvHeat(int N); [GClass, Input<EvHeat>] public sealed partial class Oven : GObj { private int _n; private enum State { [Always(Next = B, When = nameof(Is)), [|Always(Next = C, When = nameof(Also))|], On<EvHeat>(nameof(Ac))] A, [Refuse] B, [Refuse] C } private void Ac() => _n++; private bool Is() => _n > 3; private bool Also() => _n > 4; }");
}
