using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0011: what a parameter has to be.</summary>
public sealed class ParameterRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0011");

    private static string Door(string property) =>
        $$"""
        [GClass]
        public sealed partial class Door : GObj
        {
            private enum State { Closed }

            [Parameter]
            {{property}}
        }
        """;

    [Theory]
    [InlineData("public int [|Port|] { get; set; }")]
    [InlineData("public partial int [|Port|] { get; }")]
    [InlineData("public partial int [|Port|] { set; }")]
    [InlineData("public static partial int [|Port|] { get; set; }")]
    [InlineData("public int [|Port|] => 1;")]
    [InlineData("public int [|Port|] { get => 1; set { } }")]
    [InlineData("public int [|this|][int i] { get => 1; set { } }")]
    public async Task Anything_but_a_partial_property_with_two_plain_accessors_is_shown(string property)
    {
        var found = await _verify.VerifyAsync(Door(property));
        Assert.EndsWith("has to be a partial instance property with plain 'get' and 'set' or 'init'", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public partial int Port { get; set; }")]
    [InlineData("public partial int Port { get; init; } = 80;")]
    [InlineData("internal partial string Port { get; private set; } = \"x\";")]
    public Task A_partial_property_is_fine(string property) => _verify.VerifyAsync(Door(property));
}
