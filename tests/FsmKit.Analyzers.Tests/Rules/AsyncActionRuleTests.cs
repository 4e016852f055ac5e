using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0016: async actions, guards and delays.</summary>
public sealed class AsyncActionRuleTests
{
    private const string Usings = "global using System.Threading.Tasks;";

    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0016");

    private static string Door(string table, string members) =>
        $$"""
        [GClass]
        [Input<EvOpen>]
        public sealed partial class Door : GObj
        {
            private enum State
            {
                {{table}}
                [Refuse]
                Closed,
            }

            {{members}}
        }
        """;

    [Theory]
    [InlineData("[On<EvOpen>(nameof(Ac))]", "private async void [|Ac|]() => await Task.Yield();")]
    [InlineData("[On<EvOpen>(nameof(Ac))]", "private async void [|Ac|](EvOpen e) => await Task.Yield();")]
    [InlineData("[On<EvOpen>(\"Ac\")]", "private static async void [|Ac|](GObj? source, EvOpen e) => await Task.Yield();")]
    [InlineData("[Enter(nameof(Ac))]", "private async void [|Ac|]() => await Task.Yield();")]
    [InlineData("[Exit(nameof(Ac))]", "private async void [|Ac|]() => await Task.Yield();")]
    [InlineData("[Idle(10, nameof(Ac))]", "private async void [|Ac|]() => await Task.Yield();")]
    [InlineData("[After(10, nameof(Ac))]", "private async void [|Ac|]() => await Task.Yield();")]
    [InlineData("[Enter(nameof(Ac))] [Exit(nameof(Ac))]", "private async void [|Ac|]() => await Task.Yield();")]
    [InlineData("", "protected override async void [|StartUp|]() => await Task.Yield();")]
    [InlineData("", "protected override async void [|GoOut|]() => await Task.Yield();")]
    public async Task What_the_loop_calls_is_not_async(string row, string member)
    {
        var found = await _verify.VerifyAsync(Door(row, member), Snippets.Events, Usings);
        Assert.Contains(
            " is async void: the transition ends at its first await, the rest runs in a later cycle of the loop, and its exception only goes to the log; ",
            found[0].GetMessage(), StringComparison.Ordinal);
        Assert.Contains("let the state do the work, as in [Invoke<EvDone, EvFailed>(nameof(WorkAsync))]", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Enter(nameof(Ac))]", "private void Ac() { using (Gaplic.SynchronizationContext.Enter()) { _ = LoadAsync(); } } private async Task LoadAsync() => await Task.Yield();")]
    [InlineData("[Enter(nameof(Ac))]", "private void Ac() { using (Gaplic.SynchronizationContext.Enter()) { Load(); } } private async void Load() => await Task.Yield();")]
    [InlineData("", "private async void Elsewhere() => await Task.Yield();")]
    public Task What_an_action_starts_may_be_async(string row, string members) => _verify.VerifyAsync(Door(row, members), Snippets.Events, Usings);

    [Fact]
    public Task An_action_of_a_base_class_is_told_where_it_stands() => _verify.VerifyAsync(
        Door("[Enter(\"Ac\")]", "").Edited(": GObj", ": Base"),
        "public abstract class Base : GObj { protected async void [|Ac|]() => await Task.Yield(); }",
        Snippets.Events, Usings);

    [Theory]
    [InlineData("[On<EvOpen>(nameof(Ac))]", "private async Task Ac() => await Task.Yield();")]
    [InlineData("[On<EvOpen>(nameof(Ac))]", "private Task Ac(EvOpen e) => Task.CompletedTask;")]
    [InlineData("[On<EvOpen>(nameof(Ac))]", "private async ValueTask Ac(EvOpen e) => await Task.Yield();")]
    [InlineData("[On<EvOpen>(When = nameof(Ac))]", "private async Task<bool> Ac(EvOpen e) { await Task.Yield(); return true; }")]
    [InlineData("[Enter(nameof(Ac))]", "private async Task Ac() => await Task.Yield();")]
    [InlineData("[After(10, nameof(Ac))]", "private async Task Ac() => await Task.Yield();")]
    public async Task One_that_returns_a_task_does_not_fit_and_is_told_the_same(string row, string member)
    {
        var verify = new AnalyzerVerifier(new GClassAnalyzer(), "FSM0005");
        var marked = row.Contains("When", StringComparison.Ordinal)
            ? row.Edited("When = nameof(Ac)", "[|When = nameof(Ac)|]")
            : row.Edited("nameof(Ac)", "[|nameof(Ac)|]");
        var found = await verify.VerifyAsync(Door(marked, member), Snippets.Events, Usings);
        Assert.Contains(", and never asynchronous: let the state do the work, as in [Invoke<", found[0].GetMessage(), StringComparison.Ordinal);
    }
}
