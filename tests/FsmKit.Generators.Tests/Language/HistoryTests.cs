namespace FsmKit.Generators.Tests;

/// <summary>Going back to where a composite was left (SCXML <c>history</c>).</summary>
public class HistoryTests
{
    /// <summary>A holds A1, which holds A11 and A12, and A2, which holds A21 and A22; B stands beside and leads back.</summary>
    private const string Tree = """
        public readonly record struct EvTo12; public readonly record struct EvTo22; public readonly record struct EvShallow; public readonly record struct EvDeep; public readonly record struct EvOwn;

        [GClass, Input<EvA>, Input<EvTo12>, Input<EvTo22>, Input<EvShallow>, Input<EvDeep>, Input<EvOwn>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Initial, On<EvShallow>(nameof(Ac), Next = WasIn), On<EvDeep>(nameof(Ac), Next = WasAt), On<EvTo12>(Next = A12), On<EvTo22>(Next = A22), Refuse] B,

                [Enter(nameof(InA)), Exit(nameof(OutA)), On<EvA>(nameof(Ac), Next = B), On<EvOwn>(nameof(Ac), Next = WasAt)]
                [On<EvTo12>(Next = A12), On<EvTo22>(Next = A22), Refuse]
                A,

                [Inside(A), History(Default = A2)] WasIn,
                [Inside(A), History(Deep = true)] WasAt,
                [Inside(A), Enter(nameof(InA1)), Exit(nameof(OutA1))] A1,
                [Inside(A1)] A11,
                [Inside(A1)] A12,
                [Inside(A)] A2,
                [Inside(A2)] A21,
                [Inside(A2), Enter(nameof(InA22))] A22,
            }

            private void Ac() => Note("ac");
            private void InA() => Note("+A");
            private void OutA() => Note("-A");
            private void InA1() => Note("+A1");
            private void OutA1() => Note("-A1");
            private void InA22() => Note("+A22");
            //Note
        }
        """;

    [Theory]
    [InlineData("shallow, never left: its default", "", "box.Send(new EvShallow())", "ac +A A21")]
    [InlineData("deep, never left: the initial state", "", "box.Send(new EvDeep())", "ac +A +A1 A11")]
    [InlineData("shallow: the state inside, with its initial leaf", "box.Send(new EvTo12()); box.Send(new EvA());", "box.Send(new EvShallow())", "ac +A +A1 A11")]
    [InlineData("deep: the leaf", "box.Send(new EvTo12()); box.Send(new EvA());", "box.Send(new EvDeep())", "ac +A +A1 A12")]
    [InlineData("the last time counts", "box.Send(new EvTo12()); box.Send(new EvA()); box.Send(new EvTo22()); box.Send(new EvA());", "box.Send(new EvDeep())", "ac +A +A22 A22")]
    [InlineData("moving inside is not leaving", "box.Send(new EvTo12()); box.Send(new EvA()); box.Send(new EvTo22());", "box.Send(new EvOwn())", "ac +A1 A12")]
    public void A_transition_leads_back(string what, string before, string send, string expected)
    {
        Assert.NotEmpty(what);
        Lanes.Expect(expected, Tree, $"var box = app.Create<Box>(); {before} Trail.Lines!.Clear(); {send}; Say(box.StateName);");
    }

    [Fact]
    public void A_timeout_and_ChangeState_lead_back_too()
    {
        const string Source = """
            [GClass, Input<EvA>, Input<EvB>]
            public sealed partial class Box : GObj
            {
                enum State
                {
                    [On<EvA>(Next = Away), Ignore<EvB>] Around,
                    [Inside(Around), On<EvB>(Next = Two)] One,
                    [Inside(Around)] Two,
                    [Inside(Around), History] Was,
                    [After(100, Next = Was), On<EvB>(nameof(Back)), Ignore<EvA>] Away,
                }

                private void Back()
                {
                    ChangeState(State.Was);
                    Note(IsIn(State.Was) ? "in a history" : IsIn(State.Around) ? "back" : "?");
                }

                //Note
            }
            """;
        Lanes.Expect(
            "One Two back Two", Source,
            "var box = app.Create<Box>(); box.Send(new EvA()); time.Advance(100, app); Say(box.StateName); box.Send(new EvB()); box.Send(new EvA()); time.Advance(100, app); Say(box.StateName); "
            + "box.Send(new EvA()); box.Send(new EvB()); Say(box.StateName);");
    }

    [Fact]
    public void A_machine_that_is_never_in_a_history_has_no_such_leaf()
    {
        var run = LoadedSnippet.Generate(Lanes.Source("Direct", Tree), "");
        Assert.Contains("Kind = global::FsmKit.StateKind.DeepHistory", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("=> State.WasAt", run.Text, StringComparison.Ordinal);
    }
}
