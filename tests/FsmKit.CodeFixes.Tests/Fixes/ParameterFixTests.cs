using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0011: the word 'partial' goes to its place in C#.</summary>
public sealed class ParameterFixTests
{
    private readonly CodeFixVerifier<GClassAnalyzer, ParameterFix> _fix = new();

    private static string Door(string first, string second) =>
        $$"""
        [GClass]
        public sealed partial class Door : GObj
        {
            private enum State { Closed }

            [Parameter]
            {{first}} = 80;

            [Parameter]
            {{second}} = [];
        }
        """;

    [Fact]
    public Task All_are_made_partial_at_once() => _fix.VerifyAllAsync(
        Door("public int Port { get; set; }", "internal IReadOnlyList<string> Hosts { get; init; }"),
        Door("public partial int Port { get; set; }", "internal partial IReadOnlyList<string> Hosts { get; init; }"));

    [Theory]
    [InlineData("public static int Port { get; set; }")]
    [InlineData("public int Port { get; }")]
    [InlineData("public int Port => 1;")]
    [InlineData("public partial int Port { get; }")]
    public async Task It_is_not_offered_where_it_would_not_help(string property) => Assert.Empty(await _fix.OfferedKeysAsync(
        $"[GClass] public sealed partial class Door : GObj {{ private enum State {{ Closed }} [Parameter] {property} }}"));
}
