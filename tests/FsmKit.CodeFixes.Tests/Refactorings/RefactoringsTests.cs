using FsmKit.CodeFixes.Refactorings;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Refactorings;

/// <summary>Refactorings that an editor offers in a table. <c>[| |]</c> is the selection; an empty selection is the cursor.</summary>
public sealed class RefactoringsTests
{
    private static string Door(string states, string inputs = "[Input<EvOpen>]\n", string before = "") =>
        $"namespace Doors;\n\n{before}[GClass]\n{inputs}public sealed partial class Door : GObj\n{{\n    private enum State : byte\n    {{\n{states}    }}\n}}\n";

    [Theory]
    [InlineData("        [Ignore<EvOpen>]\n        [||]Closed,\n", "        [Ignore<EvOpen>]\n        Closed,\n\n        [Refuse]\n        NewState,\n")]
    [InlineData("        [Ignore<EvOpen>]\n        New[||]State\n", "        [Ignore<EvOpen>]\n        NewState,\n\n        [Refuse]\n        NewState2\n")]
    [InlineData("        [Ignore<EvOpen>] [||]A, [Refuse] B,\n", "        [Ignore<EvOpen>] A, [Refuse] B, [Refuse] NewState,\n")]
    public Task A_state_is_added(string before, string after) => RefactoringVerifier.VerifyAsync<AddStateRefactoring>([Door(before), Snippets.Events], [Door(after), Snippets.Events]);

    [Fact]
    public Task An_event_is_added_and_answered_wherever_it_can_come() => RefactoringVerifier.VerifyAsync<AddEventRefactoring>(
        [
            Door("        [On<EvOpen>(Next = Opened)]\n        Closed,\n\n        [||][Refuse]\n        Opened,\n\n        [Ignore<EvOpen>]\n        Broken,\n\n        [Inside(Broken)]\n        Jammed,\n\n        [Inside(Broken), History]\n        Was,\n"),
            Snippets.Events,
        ],
        [
            Door("        [On<EvOpen>(Next = Opened)]\n        [Refuse<EvNew>]\n        Closed,\n\n        [Refuse]\n        Opened,\n\n        [Ignore<EvOpen>]\n        Broken,\n\n        [Inside(Broken)]\n        [Refuse<EvNew>]\n        Jammed,\n\n        [Inside(Broken), History]\n        Was,\n", "[Input<EvOpen>]\n[Input<EvNew>]\n", "public readonly record struct EvNew;\n\n"),
            Snippets.Events,
        ]);

    [Theory]
    [InlineData(
        "        [Refuse]\n        Off,\n\n        [|[On<EvOpen>(Next = Off)]\n        One,\n\n        [Ignore<EvOpen>]\n        Two|],\n",
        "        [Refuse]\n        Off,\n\n        Composite,\n\n        [Inside(Composite)]\n        [On<EvOpen>(Next = Off)]\n        One,\n\n        [Inside(Composite)]\n        [Ignore<EvOpen>]\n        Two,\n")]
    [InlineData("        [Refuse] Off, [|[On<EvOpen>(Next = Off)] One, [Ignore<EvOpen>] Two|],\n", "        [Refuse] Off, Composite, [Inside(Composite)][On<EvOpen>(Next = Off)] One, [Inside(Composite)][Ignore<EvOpen>] Two,\n")]
    public Task Selected_states_get_a_composite(string before, string after) => RefactoringVerifier.VerifyAsync<CompositeRefactoring>([Door(before), Snippets.Events], [Door(after), Snippets.Events]);

    [Theory]
    [InlineData("        [|[Refuse]\n        Off|],\n")]
    [InlineData("        [|[Refuse]\n        Off = 1,\n\n        [Refuse]\n        On = 2|],\n")]
    [InlineData("        [Refuse]\n        Off,\n\n        [|[Inside(Off)]\n        One,\n\n        [Inside(Off)]\n        Two|],\n")]
    public Task Where_the_meaning_would_change_nothing_is_offered(string states) => RefactoringVerifier.VerifyNoneAsync<CompositeRefactoring>(Door(states), Snippets.Events);

    [Fact]
    public Task Nor_in_other_code() => RefactoringVerifier.VerifyNoneAsync<AddStateRefactoring>("public enum State { [||]One }", Snippets.Events);
}
