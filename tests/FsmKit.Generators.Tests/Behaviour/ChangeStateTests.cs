using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

public class ChangeStateTests
{
    private const string Plain = """
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(Ac)), On<EvB>(nameof(Ac), Next = S1)] S0, [Refuse] S1, [Refuse] S2 }
            public string Now => CurrentState.ToString();
            private void Ac() { Note("ac"); ChangeState(State.S2); if (CurrentState == State.S2) { Note("there"); } }
            //Note
        }
        """;

    private const string Life = """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Exit(nameof(Out0))]
                [On<EvA>(nameof(Ac)), On<EvB>(nameof(Ac), Next = S1), On<EvC>(nameof(AcTwice), Next = S1)]
                S0,
                [Enter(nameof(In1)), Exit(nameof(Out1)), After(10, nameof(AcLate)), Refuse]
                S1,
                [Enter(nameof(In2)), Exit(nameof(Out2)), After(20, nameof(AcLate), Next = S0), Refuse]
                S2,
            }

            public string Now => CurrentState.ToString();
            private void Ac() { Note("ac"); ChangeState(State.S2); Note("end"); }
            private void AcTwice() { ChangeState(State.S2); ChangeState(State.S1); Note("end"); }
            private void AcLate() => Note("late");
            private void Out0() => Note("out0");
            private void In1() => Note("in1");
            private void Out1() => Note("out1");
            private void In2() => Note("in2");
            private void Out2() => Note("out2");
            //Note
        }
        """;

    [Fact]
    public void An_action_can_decide_the_state() => Lanes.Expect(
        "ac there Handled S2", Plain, "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Now);");

    [Fact]
    public void An_action_can_decide_against_the_next_state_of_its_row() => Lanes.Expect(
        "ac there Handled S2", Plain, "var box = app.Create<Box>(); Say(box.Send(new EvB())); Say(box.Now);");

    [Fact]
    public void In_a_row_that_stays_the_change_leaves_and_enters_at_once() => Lanes.Expect(
        "ac out0 in2 end Handled S2 out2 late S0", Life,
        "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Now); time.Pass(20, app); Say(box.Now);");

    [Fact]
    public void In_a_row_with_a_next_state_only_the_last_state_is_entered() => Lanes.Expect(
        "out0 ac end in2 Handled S2 out2 late S0", Life,
        "var box = app.Create<Box>(); Say(box.Send(new EvB())); time.Pass(10, app); Say(box.Now); time.Pass(10, app); Say(box.Now);");

    [Fact]
    public void The_timeouts_of_states_that_were_passed_through_are_gone() => Lanes.Expect(
        "out0 end in1 Handled late S1", Life,
        "var box = app.Create<Box>(); Say(box.Send(new EvC())); time.Pass(10, app); time.Pass(30, app); Say(box.Now);");

    [Fact]
    public void In_StartUp_only_the_state_that_was_chosen_is_entered()
    {
        var source = Life.Edited("public string Now", "protected override void StartUp() { Note(\"start\"); ChangeState(State.S2); } public string Now");
        Lanes.Expect("start in2 S2 out2 late S0", source, "var box = app.Create<Box>(); Say(box.Now); time.Pass(20, app); Say(box.Now);");
    }

    [Fact]
    public void In_StartUp_the_initial_state_is_entered_once_also_when_it_is_chosen()
    {
        var source = Life.Edited("[Exit(nameof(Out0))]", "[Enter(nameof(In1)), Exit(nameof(Out0))]")
            .Edited("public string Now", "protected override void StartUp() => ChangeState(State.S0); public string Now");
        Lanes.Expect("in1", source, "app.Create<Box>();");
    }

    [Fact]
    public void An_entry_action_can_send_the_machine_on() => Lanes.Expect(
        "ac out0 pass out2 in1 end Handled S1",
        Life.Edited("In2() => Note(\"in2\");", "In2() { Note(\"pass\"); ChangeState(State.S1); }"),
        "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Now);");

    [Fact]
    public void Changes_without_end_end_in_an_exception_not_in_the_end_of_the_process() => Lanes.Expect(
        "ac out0 GObjException",
        Life.Edited("In2() => Note(\"in2\")", "In2() => ChangeState(State.S1)")
            .Edited("In1() => Note(\"in1\")", "In1() => ChangeState(State.S2)")
            .Edited("Note(\"out1\")", "Name.ToString()").Edited("Note(\"out2\")", "Name.ToString()"),
        "var box = app.Create<Box>(); Say(Thrown(() => box.Send(new EvA())));");

    [Fact]
    public void A_value_that_is_no_state_is_an_exception() => Lanes.Expect(
        "ac True",
        Plain.Edited("ChangeState(State.S2)", "ChangeState((State)9)"),
        "var box = app.Create<Box>(); Say(Thrown(() => box.Send(new EvA())).Contains(\"no state\"));");

    [Fact]
    public void Outside_of_a_row_what_entry_actions_send_waits_until_they_are_through() => Assert.Equal(
        "in< Queued >in got",
        LoadedSnippet.Play("""
            [GClass, Input<EvA>]
            public sealed partial class Box : GObj
            {
                enum State { [Refuse] S0, [Enter(nameof(In)), On<EvA>(nameof(AcGot))] S1 }
                public void Go() => ChangeState(State.S1);
                private void In() { Say("in<"); Say(this.Send(new EvA())); Say(">in"); }
                private void AcGot() => Say("got");
            }
            """, "app.Create<Box>().Go();"));
}
