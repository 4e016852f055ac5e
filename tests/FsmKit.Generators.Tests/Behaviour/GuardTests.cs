namespace FsmKit.Generators.Tests;

/// <summary>Guards that send to their own gobj, against the rules. Checks that no transition breaks.</summary>
public class GuardTests
{
    private const string States = "S2, S3, S4, S5, S6, S7, S8, S9, S10, S11, S12, S13, S14, S15, S16, S17";

    /// <summary>The row of the guard, what else is said, with few states and with many.</summary>
    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var states in new[] { "S2", States })
            {
                rows.Add("On<EvA>(nameof(AcA), Next = S1, When = nameof(Asks))", "ask Queued asked a b1 Handled", states);
                rows.Add("On<EvA>(Next = S1, When = nameof(Asks))", "ask Queued asked b1 Handled", states);
                rows.Add("On<EvA>(When = nameof(Asks))", "ask Queued asked b0 Handled", states);
                rows.Add("On<EvA>(nameof(AcA), Next = S1, When = nameof(AsksInVain))", "ask Queued asked Warning#2 b0 Refused", states);
                rows.Add("On<EvA>(nameof(AcA), Next = S1, When = nameof(AsksInVain)), Ignore<EvA>", "ask Queued asked b0 Ignored", states);
                rows.Add("On<EvA>(When = nameof(AsksInVain)), On<EvA>(nameof(AcA), Next = S1, When = nameof(Asks))", "ask Queued asked ask Queued asked a b1 b1 Handled", states);
                rows.Add("On<EvA>(nameof(AcA), When = nameof(Throws)), On<EvA>(nameof(AcA), Next = S1)", "ask Queued asked Error#16(oh) a b1 Handled", states);
                rows.Add("On<EvA>(nameof(AcA), Next = S1, When = nameof(Asks)), Exit(nameof(Out))", "ask Queued asked out a b1 Handled", states);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_it_sends_to_itself_waits_until_the_row_is_through(string row, string expected, string states)
    {
        Assert.Equal(expected, Lanes.Play("Queued", Source(row, states), "Say(app.Create<Box>().Send(new EvA()));"));

        // Traced, the guard is asked in the slow lane.
        Assert.Equal(
            expected, Lanes.Play("Queued", Source(row, states), "var box = app.Create<Box>(); box.TraceMachine = MachineTraceLevel.Events; Say(box.Send(new EvA()));"));
    }

    [Theory]
    [InlineData("After(5, nameof(AcA), Next = S1, When = nameof(Asks))", "ask Queued asked a b1")]
    [InlineData("After(5, Next = S1, When = nameof(Asks))", "ask Queued asked b1")]
    [InlineData("After(5, nameof(AcA), Next = S1, When = nameof(AsksInVain))", "ask Queued asked b0")]
    public void In_a_timeout_it_waits_too(string row, string expected) =>
        Assert.Equal(expected, Lanes.Play("Queued", Source(row, "S2"), "app.Create<Box>(); time.Pass(5, app);"));

    [Fact]
    public void Nested_it_is_handled_at_once_and_the_row_starts_from_the_state_that_is_there() => Assert.Equal(
        "ask out b0 Handled asked out2 a in1 Handled S1",
        Lanes.Play(
            "Nested",
            """
            [GClass, Input<EvA>, Input<EvB>] public sealed partial class Box : GObj
            {
                private enum State
                {
                    [On<EvA>(nameof(AcA), Next = S1, When = nameof(Asks)), On<EvB>(nameof(AcB), Next = S2), Exit(nameof(Out))] S0,
                    [Refuse, Enter(nameof(In1))] S1,
                    [Refuse, Exit(nameof(Out2))] S2,
                }

                //Note
                public string Now => CurrentState.ToString();
                private bool Asks() { Say("ask"); Say(Send(this, new EvB())); Say("asked"); return true; }
                private void AcA() => Note("a");
                private void AcB() => Note("b0");
                private void Out() => Note("out");
                private void Out2() => Note("out2");
                private void In1() => Note("in1");
            }
            """,
            "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Now);"));

    [Fact]
    public void One_that_asks_itself_ends_in_an_exception_and_not_with_the_process() => Assert.Equal(
        "GObjException Refused",
        Lanes.Play(
            "Nested",
            """
            [GClass, Input<EvA>, Input<EvB>] public sealed partial class Box : GObj
            {
                private enum State { [On<EvA>(nameof(AcA), When = nameof(Asks)), Refuse] S0 }
                //Note
                private bool Asks() => Send(this, new EvA()) == Outcome.Handled;
                private void AcA() => Note("a");
            }
            """,
            "log.Minimum = Microsoft.Extensions.Logging.LogLevel.Error; var box = app.Create<Box>(); Say(Thrown(() => box.Send(new EvA()))); Say(box.Send(new EvB()));"));

    [Fact]
    public void The_text_of_a_traced_event_is_made_before_its_row_is_chosen() => Assert.Equal(
        "b Refused S1",
        LoadedSnippet.Play(
            """
            public readonly record struct EvLoud(Action Told) { public override string ToString() { Told(); return ""; } }
            [GClass, Input<EvLoud>, Input<EvB>] public sealed partial class Box : GObj
            {
                private enum State { [On<EvLoud>(nameof(Ac)), On<EvB>(nameof(AcB), Next = S1)] S0, [Refuse] S1 }
                public string Now => CurrentState.ToString();
                private void Ac() => Say("a");
                private void AcB() => Say("b");
            }
            """,
            """
            log.Minimum = Microsoft.Extensions.Logging.LogLevel.Error;
            var box = app.Create<Box>(); box.TraceMachine = MachineTraceLevel.Data;
            Say(box.Send(new EvLoud(() => box.Send(new EvB())))); Say(box.Now);
            """));

    private static string Source(string row, string states) => $$"""
        [GClass, Input<EvA>, Input<EvB>] public sealed partial class Box : GObj
        {
            private enum State { [{{row}}, On<EvB>(nameof(AcB0))] S0, [On<EvB>(nameof(AcB1)), Refuse] S1, [Refuse] {{states.Replace(",", ", [Refuse]", StringComparison.Ordinal)}} }
            //Note
            private bool Asks() { Say("ask"); Say(Send(this, new EvB())); Say("asked"); return true; }
            private bool AsksInVain() => !Asks();
            private bool Throws() { Asks(); throw new InvalidOperationException("oh"); }
            private void AcA() => Note("a");
            private void AcB0() => Note("b0");
            private void AcB1() => Note("b1");
            private void Out() => Note("out");
        }
        """;
}
