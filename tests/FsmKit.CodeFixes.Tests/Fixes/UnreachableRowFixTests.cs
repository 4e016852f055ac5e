using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0008: both orders, and either row goes; everything else stays.</summary>
public sealed class UnreachableRowFixTests
{
    private readonly CodeFixVerifier<GClassAnalyzer, UnreachableRowFix> _this = new() { Key = "FSM0008.RemoveThis" };
    private readonly CodeFixVerifier<GClassAnalyzer, UnreachableRowFix> _other = new() { Key = "FSM0008.RemoveOther" };
    private readonly CodeFixVerifier<GClassAnalyzer, UnreachableRowFix> _order = new() { Key = "FSM0008.Order" };

    private static string Door(string rows) =>
        $$"""
        [GClass]
        [Input<EvOpen>, Input<EvClose>]
        public sealed partial class Door : GObj
        {
            private enum State
            {
                /// <summary>Shut.</summary>
                {{rows.Replace("\n", "\n        ", StringComparison.Ordinal)}}
            }

            private bool HasKey() => true;

            private bool IsOpen() => true;
        }
        """;

    [Theory]
    [InlineData("[Ignore<EvOpen>]\n[On<EvOpen>(Next = Closed)]\n[Refuse]\nClosed,", "[Ignore<EvOpen>]\n[Refuse]\nClosed,")]
    [InlineData("[Ignore<EvOpen>]\n[On<EvOpen>(Next = Closed)] // why\n[Refuse]\nClosed,", "[Ignore<EvOpen>]\n// why\n[Refuse]\nClosed,")]
    [InlineData("[Ignore<EvOpen>]\n// why\n[On<EvOpen>(\n    Next = Closed)]\n[Refuse]\nClosed,", "[Ignore<EvOpen>]\n// why\n[Refuse]\nClosed,")]
    [InlineData("[Ignore<EvOpen>] [On<EvOpen>]\n[Refuse]\nClosed,", "[Ignore<EvOpen>]\n[Refuse]\nClosed,")]
    [InlineData("[Ignore<EvOpen>][On<EvOpen>][Refuse] Closed,", "[Ignore<EvOpen>][Refuse] Closed,")]
    [InlineData("[Refuse]\n[Ignore<EvOpen>]\n[On<EvOpen>] Closed,", "[Refuse]\n[Ignore<EvOpen>]\nClosed,")]
    [InlineData("[Ignore<EvOpen>, Refuse<EvOpen>, Ignore<EvClose>] Closed,", "[Ignore<EvOpen>, Ignore<EvClose>] Closed,")]
    [InlineData("[Ignore<EvOpen>, Ignore<EvClose>, Refuse<EvOpen>] Closed,", "[Ignore<EvOpen>, Ignore<EvClose>] Closed,")]
    [InlineData("[Ignore<EvOpen>]\n[Refuse<EvOpen>, Ignore<EvClose>]\nClosed,", "[Ignore<EvOpen>]\n[Ignore<EvClose>]\nClosed,")]
    public Task The_row_is_removed(string before, string after) => _this.VerifyAsync([Door(before), Snippets.Events], [Door(after)]);

    [Theory]
    [InlineData("[Ignore<EvOpen>]\n[On<EvOpen>(Next = Closed)]\n[Refuse]\nClosed,", "[On<EvOpen>(Next = Closed)]\n[Refuse]\nClosed,")]
    [InlineData("[Ignore<EvOpen>, On<EvOpen>(Next = Closed), Ignore<EvClose>] Closed,", "[On<EvOpen>(Next = Closed), Ignore<EvClose>] Closed,")]
    public Task The_other_row_is_removed(string before, string after) => _other.VerifyAsync([Door(before), Snippets.Events], [Door(after)]);

    [Theory]
    [InlineData(
        "[Ignore<EvOpen>] // else\n[On<EvOpen>(Next = Closed, When = nameof(HasKey))]\n[Refuse]\nClosed,",
        "[On<EvOpen>(Next = Closed, When = nameof(HasKey))] // else\n[Ignore<EvOpen>]\n[Refuse]\nClosed,")]
    [InlineData(
        "[Ignore<EvOpen>, Ignore<EvClose>, On<EvOpen>(When = nameof(HasKey))] Closed,",
        "[On<EvOpen>(When = nameof(HasKey)), Ignore<EvClose>, Ignore<EvOpen>] Closed,")]
    public Task The_row_without_a_guard_goes_behind_the_other(string before, string after) => _order.VerifyAsync([Door(before), Snippets.Events], [Door(after)]);

    /// <summary>Of three, the two with a guard keep their order.</summary>
    [Fact]
    public async Task The_row_without_a_guard_goes_behind_several()
    {
        var source = Door("[Ignore<EvOpen>]\n[On<EvOpen>(When = nameof(HasKey))]\n[On<EvOpen>(Next = Closed, When = nameof(IsOpen))]\n[Refuse]\nClosed,");
        var second = Door("[On<EvOpen>(When = nameof(HasKey))]\n[Ignore<EvOpen>]\n[On<EvOpen>(Next = Closed, When = nameof(IsOpen))]\n[Refuse]\nClosed,");
        var third = Door("[On<EvOpen>(When = nameof(HasKey))]\n[On<EvOpen>(Next = Closed, When = nameof(IsOpen))]\n[Ignore<EvOpen>]\n[Refuse]\nClosed,");
        await _order.VerifyAsync([source, Snippets.Events], [second]);
        await _order.VerifyAsync([second, Snippets.Events], [third]);
        await new CodeFixVerifier<GClassAnalyzer, UnreachableRowFix> { Key = "FSM0008.Order", Which = 1 }.VerifyAsync([source, Snippets.Events], [third]);
    }

    [Theory]
    [InlineData("[Ignore<EvOpen>]\n[On<EvOpen>]\n[Refuse]\nClosed,")]
    [InlineData("[On<EvOpen>(When = nameof(HasKey))]\n[On<EvOpen>(Next = Closed, When = nameof(HasKey))]\n[Refuse]\nClosed,")]
    public async Task Where_no_order_helps_either_row_can_go(string rows) =>
        Assert.Equal(["FSM0008.RemoveThis", "FSM0008.RemoveOther"], await _this.OfferedKeysAsync(Door(rows), Snippets.Events));

    [Fact]
    public async Task Where_an_order_helps_it_is_offered_first() => Assert.Equal(
        ["FSM0008.Order", "FSM0008.RemoveThis", "FSM0008.RemoveOther"],
        await _this.OfferedKeysAsync(Door("[Ignore<EvOpen>]\n[On<EvOpen>(When = nameof(HasKey))]\n[Refuse]\nClosed,"), Snippets.Events));

    [Fact]
    public Task The_other_row_may_stand_in_another_file() => _other.VerifyAsync(
        [
            "[GClass]\n[Input<EvOpen>]\n[Ignore<EvOpen>]\npublic sealed partial class Door : GObj\n{\n    private enum State\n    {\n        Closed,\n    }\n}\n",
            "[On<EvOpen>]\npartial class Door;\n",
            Snippets.Events,
        ],
        [
            "[GClass]\n[Input<EvOpen>]\npublic sealed partial class Door : GObj\n{\n    private enum State\n    {\n        Closed,\n    }\n}\n",
            "[On<EvOpen>]\npartial class Door;\n",
        ]);
}
