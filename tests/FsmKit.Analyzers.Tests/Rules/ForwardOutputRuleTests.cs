using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0041: events that are forwarded up and are no outputs.</summary>
public sealed class ForwardOutputRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0041");

    private static string House(string row, string output = "") =>
        $"[GClass, Input<EvOpen>{output}] public sealed partial class House : GObj {{ private enum State {{ [{row}] S0 }} private static EvClose ToClose() => default; }}";

    [Theory]
    [InlineData("Forward<[|EvOpen|]>", "EvOpen")]
    [InlineData("Forward<[|EvOpen|]>(null)", "EvOpen")]
    [InlineData("Forward<EvOpen>([|Map = nameof(ToClose)|])", "EvClose")]
    public async Task It_is_told_on_the_event_or_on_what_makes_it(string row, string e) => Assert.Equal(
        $"'{e}' is no output event of 'House', so it cannot be forwarded up: declare it with [Output<{e}>], or name the field or property that it is forwarded to",
        (await _verify.VerifyAsync(House(row), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("Forward<EvOpen>", ", Output<EvOpen>")]
    [InlineData("Forward<EvOpen>(Map = nameof(ToClose))", ", Output<EvClose>")]
    [InlineData("Forward<EvOpen>", ", Output<{|CS0246:EvTypo|}>")]
    public Task A_declared_one_is_fine_and_what_does_not_compile_may_be_it(string row, string output) => _verify.OnlyAsync(House(row, output), Snippets.Events);
}
