using FsmKit.Analyzers.Rules;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0070 and FSM0071: the reviewed table is brought up to date, or written.</summary>
public sealed class ReviewedTableFixTests
{
    private const string Lock = "# Lock\n\n## Input events\n\n- EvOpen\n\n## Table\n\n| State | Event | Guard | Action | Next |\n|---|---|---|---|---|\n| (any) | (starts in) | | | A |\n| A | EvOpen | | (Ignore) | |\n";

    private static readonly string Door = Lock.Edited("Lock", "Door");

    private static string GClass(string name) => $"[GClass, Input<EvOpen>]\npublic sealed partial class {name} : GObj\n{{\n    private enum State\n    {{\n        [Ignore<EvOpen>] A,\n    }}\n}}\n";

    [Theory]
    [InlineData("", "\n")]
    [InlineData("# Door\n\n- EvClose\n", "\n")]
    [InlineData("# Door\r\n\r\n- EvClose\r\n", "\r\n")]
    public Task One_that_differs_is_updated(string before, string lineBreak) => new CodeFixVerifier<ReviewedTableAnalyzer, ReviewedTableFix>
    {
        Files = [("Door.table.md", before)],
        FixedFiles = [("Door.table.md", Door.ReplaceLineEndings(lineBreak))],
    }.VerifyAsync([GClass("Door"), Snippets.Events], [GClass("Door"), Snippets.Events]);

    [Fact]
    public Task All_are_updated_at_once() => new CodeFixVerifier<ReviewedTableAnalyzer, ReviewedTableFix>
    {
        Files = [("Door.table.md", ""), ("Lock.table.md", "")],
        FixedFiles = [("Door.table.md", Door), ("Lock.table.md", Lock)],
    }.VerifyAllAsync([GClass("Door"), GClass("Lock"), Snippets.Events], [GClass("Door"), GClass("Lock"), Snippets.Events]);

    [Fact]
    public Task One_that_is_missing_is_written() => new CodeFixVerifier<UnreviewedAnalyzer, ReviewedTableFix>
    {
        FixedFiles = [("Door.table.md", Door), ("Lock.table.md", Lock)],
    }.VerifyAllAsync([GClass("Door"), GClass("Lock"), Snippets.Events], [GClass("Door"), GClass("Lock"), Snippets.Events]);
}
