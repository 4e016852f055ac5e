using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0079: a <c>Next</c> without effect is left out.</summary>
public sealed class SelfTransitionFixTests
{
    private readonly CodeFixVerifier<BehaviourAnalyzer, SelfTransitionFix> _fix = new();

    private static string Door(string row) =>
        $"[GClass, Input<EvOpen>]\npublic sealed partial class Door : GObj\n{{\n    private enum State\n    {{\n        {row} A,\n    }}\n\n    private int _n;\n    private void Ac() => _n++;\n    private bool Is() => _n < 5;\n}}\n";

    [Theory]
    [InlineData("[On<EvOpen>(nameof(Ac), Next = A)]", "[On<EvOpen>(nameof(Ac))]")]
    [InlineData("[On<EvOpen>(nameof(Ac), Next = A, When = nameof(Is)), Ignore<EvOpen>]", "[On<EvOpen>(nameof(Ac), When = nameof(Is)), Ignore<EvOpen>]")]
    [InlineData("[On<EvOpen>(Next = A, When = nameof(Is)), On<EvOpen>(nameof(Ac))]", "[On<EvOpen>(When = nameof(Is)), On<EvOpen>(nameof(Ac))]")]
    public Task It_is_left_out(string before, string after) => _fix.VerifyAsync([Door(before), Snippets.Events], [Door(after), Snippets.Events]);

    [Fact]
    public async Task But_not_where_nothing_would_be_left() => Assert.Empty(await _fix.OfferedKeysAsync(Door("[On<EvOpen>(Next = A)]"), Snippets.Events));
}
