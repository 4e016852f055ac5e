using FsmKit.Analyzers.Rules;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0071: gclasses without a reviewed table.</summary>
public sealed class UnreviewedAnalyzerTests
{
    private static string Door(string name) => $"[GClass, Input<EvOpen>] public sealed partial class {name} : GObj {{ private enum State {{ [Ignore<EvOpen>] A }} }}";

    [Fact]
    public async Task It_is_offered_and_nobody_is_told()
    {
        var found = Assert.Single(await new AnalyzerVerifier(new UnreviewedAnalyzer(), "FSM0071").VerifyAsync(Door("[|Door|]"), Snippets.Events));
        Assert.Equal(("'Door' has no reviewed table: write it to Door.table.md", DiagnosticSeverity.Hidden), (found.GetMessage(), found.Severity));
    }

    [Fact]
    public async Task A_project_can_ask_for_it() => Assert.Equal(
        DiagnosticSeverity.Warning,
        Assert.Single(await new AnalyzerVerifier(new UnreviewedAnalyzer(), "FSM0071") { EditorConfig = "dotnet_diagnostic.FSM0071.severity = warning" }.VerifyAsync(Door("[|Door|]"), Snippets.Events)).Severity);

    [Fact]
    public Task One_with_a_table_is_fine() => new AnalyzerVerifier(new UnreviewedAnalyzer(), "FSM0071") { Files = [("Door.table.md", "")] }.VerifyAsync(Door("Door"), Snippets.Events);

    [Fact]
    public Task A_class_without_GClass_needs_none() => new AnalyzerVerifier(new UnreviewedAnalyzer(), "FSM0071").VerifyAsync("public sealed class Door;");
}
