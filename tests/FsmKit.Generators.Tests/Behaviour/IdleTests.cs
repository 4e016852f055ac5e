using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>Timeouts of silence: each event that is handled in the state arms them anew.</summary>
[Trait("Category", "Slow")]
public class IdleTests
{
    private static string Silence(string idle, string member = "") => $$"""
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            public bool Holds = true;
            public TimeSpan Length = TimeSpan.FromMilliseconds(30);

            enum State
            {
                [{{idle}}]
                [On<EvA>(nameof(Ac)), Ignore<EvB>, On<EvC>(Next = S0)]
                S0,

                [On<EvA>(Next = S0), Refuse] S1,
            }

            private bool MayPass() => Holds;
            private void Ac() { Note("ac"); {{member}} }
            private void Quiet() => Note("quiet");
            //Note
        }
        """;

    [Fact]
    public void It_comes_after_silence() => Lanes.Expect(
        "S0 quiet S1", Silence("Idle(30, nameof(Quiet), Next = S1)"),
        "var box = app.Create<Box>(); time.Pass(29, app); Say(box.StateName); time.Pass(1, app); Say(box.StateName); time.Pass(99, app);");

    [Fact]
    public void Each_event_that_is_handled_begins_it_anew() => Lanes.Expect(
        "ac ac ac S0 quiet S1", Silence("Idle(30, nameof(Quiet), Next = S1)"),
        "var box = app.Create<Box>(); for (var i = 0; i < 3; i++) { time.Pass(20, app); box.Send(new EvA()); } time.Pass(29, app); Say(box.StateName); time.Pass(1, app); Say(box.StateName);");

    [Fact]
    public void What_is_ignored_or_refused_is_silence() => Lanes.Expect(
        "quiet S1", Silence("Idle(30, nameof(Quiet), Next = S1)").Edited("On<EvC>(Next = S0)]", "Refuse<EvC>]"),
        "var box = app.Create<Box>(); time.Pass(20, app); box.Send(new EvB()); Trail.Lines!.Clear(); box.Send(new EvC()); Trail.Lines!.Clear(); time.Pass(10, app); Say(box.StateName);");

    [Fact]
    public void It_is_gone_when_the_state_is_left_and_begins_anew_when_it_is_entered() => Lanes.Expect(
        "S0 quiet S1 S0 quiet S1", Silence("Idle(30, nameof(Quiet), Next = S1)"), """
        var box = app.Create<Box>();
        time.Pass(20, app); box.Send(new EvC());
        time.Pass(20, app); Say(box.StateName); time.Pass(10, app); Say(box.StateName);
        box.Send(new EvA()); time.Pass(29, app); Say(box.StateName); time.Pass(1, app); Say(box.StateName);
        time.Pass(99, app);
        """);

    [Fact]
    public void Without_a_next_state_it_comes_once_until_something_is_handled() => Lanes.Expect(
        "quiet ac quiet", Silence("Idle(30, nameof(Quiet))"), "var box = app.Create<Box>(); time.Pass(30, app); time.Pass(99, app); box.Send(new EvA()); time.Pass(30, app); time.Pass(99, app);");

    [Fact]
    public void When_its_guard_says_no_only_the_next_event_arms_it_again() => Lanes.Expect(
        "S0 ac quiet S1", Silence("Idle(30, nameof(Quiet), Next = S1, When = nameof(MayPass))"), """
        var box = app.Create<Box>(); box.Holds = false; time.Pass(30, app); box.Holds = true; time.Pass(99, app); Say(box.StateName);
        box.Send(new EvA()); time.Pass(30, app); Say(box.StateName);
        """);

    [Fact]
    public void Leading_to_its_own_state_it_comes_again_and_again() => Lanes.Expect(
        "quiet quiet", Silence("Idle(30, nameof(Quiet), Next = S0)"), "app.Create<Box>(); time.Pass(30, app); time.Pass(30, app);");

    [Theory]
    [InlineData("Length")]
    [InlineData("Tell")]
    public void A_member_is_asked_for_its_length_each_time(string member) => Lanes.Expect(
        "ac ac ac ac quiet", Silence($"Idle(nameof({member}), nameof(Quiet))").Edited("private bool MayPass", "private TimeSpan Tell => Length;\n    private bool MayPass"), """
        var box = app.Create<Box>(); time.Pass(20, app);
        box.Length = TimeSpan.FromMilliseconds(100); box.Send(new EvA()); time.Pass(99, app); box.Send(new EvA());
        box.Length = TimeSpan.Zero; box.Send(new EvA()); time.Pass(500, app);
        box.Length = TimeSpan.FromMilliseconds(5); time.Pass(500, app); box.Send(new EvA()); time.Pass(5, app);
        """);

    [Fact]
    public void A_length_of_nothing_at_the_beginning_arms_nothing_until_there_is_one() => Lanes.Expect(
        "ac quiet", Silence("Idle(nameof(Length), nameof(Quiet))"), """
        var box = app.Create<Box>(configure: static box => box.Length = TimeSpan.Zero); time.Pass(99, app);
        box.Length = TimeSpan.FromMilliseconds(5); box.Send(new EvA()); time.Pass(5, app);
        """);

    [Theory]
    [InlineData("Queued")]
    [InlineData("Nested")]
    public void A_length_that_throws_does_not_stop_the_row(string lane) => Assert.Equal("ac no ac quiet", Lanes.Play(
        lane, Silence("Idle(nameof(Tell), nameof(Quiet))").Edited(
            "private bool MayPass", "private TimeSpan Tell => Holds ? Length : throw new InvalidOperationException(\"no\");\n    private bool MayPass"),
        "var box = app.Create<Box>(); box.Holds = false; Say(Thrown(() => box.Send(new EvA()))); box.Holds = true; box.Send(new EvA()); time.Pass(30, app);"));

    [Fact]
    public void An_action_that_leaves_the_state_wins() => Lanes.Expect(
        "ac S1", Silence("Idle(30, nameof(Quiet))", "ChangeState(State.S1);"), "var box = app.Create<Box>(); box.Send(new EvA()); time.Pass(99, app); Say(box.StateName);");

    [Fact]
    public void Several_of_a_state_come_in_their_order_beside_other_timeouts() => Lanes.Expect(
        "after ac warn drop",
        """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State { [Idle(50, nameof(AcDrop)), After(40, nameof(AcAfter)), Idle(30, nameof(AcWarn)), On<EvA>(nameof(Ac))] S0 }
            private void Ac() => Note("ac");
            private void AcAfter() => Note("after");
            private void AcWarn() => Note("warn");
            private void AcDrop() => Note("drop");
            //Note
        }
        """,
        "var box = app.Create<Box>(); time.Pass(20, app); Trail.Lines!.Clear(); box.Send(new EvA()); Trail.Lines!.Clear(); time.Pass(20, app); box.Send(new EvA()); time.Pass(30, app); time.Pass(99, app);");

    /// <summary>With a guard that has side effects all bets are off, but no state has another one's timeout.</summary>
    [Fact]
    public void A_guard_that_changes_the_state_leaves_nothing_armed_in_the_wrong_one() => Assert.Equal("ac S1 late", Lanes.Play(
        "Nested",
        """
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Idle(30, nameof(Quiet)), On<EvA>(nameof(Ac), When = nameof(Goes)), On<EvB>(Next = S1)] S0,
                [After(50, nameof(Late)), Ignore<EvA>, Ignore<EvB>] S1,
            }
            private bool Goes() { Send(this, new EvB()); return true; }
            private void Ac() => Note("ac");
            private void Quiet() => Note("quiet");
            private void Late() => Note("late");
            //Note
        }
        """,
        "var box = app.Create<Box>(); box.Send(new EvA()); time.Pass(30, app); Say(box.StateName); time.Pass(20, app); time.Pass(99, app);"));

    [Fact]
    public void The_description_shows_it()
    {
        var shown = LoadedSnippet.Play(
            Lanes.Source("Direct", Silence("Idle(30, nameof(Quiet), Next = S1, When = nameof(MayPass))")),
            "Say(MachineDescription.Of<Box>().ToText()); Say(MachineDescription.Of<Box>().ToMermaid()); Say(MachineDescription.Of<Box>().Rows[^2].Answer);");
        Assert.Contains("S0     Idle(30)      MayPass  Quiet     S1", shown, StringComparison.Ordinal);
        Assert.Contains("S0 --> S1 : Idle(30) [MayPass] / Quiet", shown, StringComparison.Ordinal);
        Assert.EndsWith(" Idle", shown, StringComparison.Ordinal);
    }
}
