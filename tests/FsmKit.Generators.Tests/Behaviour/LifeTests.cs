using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

public class LifeTests
{
    private const string Life = """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Enter(nameof(In0)), Exit(nameof(Out0))]
                [On<EvA>(nameof(Ac), Next = S1, When = nameof(Fits)), On<EvB>(nameof(Ac)), On<EvC>(nameof(Ac), Next = S0)]
                S0,
                [Enter(nameof(In1)), Enter(nameof(In1Too)), Exit(nameof(Out1)), Exit(nameof(Out1Too))]
                [On<EvA>(Next = S0), Refuse]
                S1,
            }

            protected override void StartUp() => Note("start");
            private bool Fits() { Note("guard"); return true; }
            private void Ac() { if (CurrentState == State.S0) { Note("ac0"); } else { Note("ac1"); } }
            private void In0() => Note("in0");
            private void Out0() { if (CurrentState == State.S0) { Note("out0"); } else { Note("wrong"); } }
            private void In1() => Note("in1");
            private void In1Too() => Note("in1+");
            private void Out1() => Note("out1");
            private void Out1Too() => Note("out1+");
            //Note
        }
        """;

    [Fact]
    public void The_initial_state_is_entered_after_StartUp() => Lanes.Expect("start in0", Life, "app.Create<Box>();");

    [Fact]
    public void Guard_exit_state_action_entry_is_the_order() => Lanes.Expect(
        "start in0 guard out0 ac1 in1 in1+ Handled", Life, "Say(app.Create<Box>().Send(new EvA()));");

    [Fact]
    public void A_row_without_an_action_leaves_and_enters_too() => Lanes.Expect(
        "start in0 guard out0 ac1 in1 in1+ Handled out1 out1+ in0 Handled", Life,
        "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Send(new EvA()));");

    [Fact]
    public void A_row_without_a_next_state_neither_leaves_nor_enters() => Lanes.Expect(
        "start in0 ac0 Handled", Life, "Say(app.Create<Box>().Send(new EvB()));");

    [Fact]
    public void A_row_that_leads_to_its_own_state_leaves_it_and_enters_it_again() => Lanes.Expect(
        "start in0 out0 ac0 in0 Handled", Life, "Say(app.Create<Box>().Send(new EvC()));");

    [Fact]
    public void An_event_in_StartUp_never_leaves_a_state_that_was_not_entered()
    {
        var source = Life.Edited("Note(\"start\")", "Send(this, new EvA())");
        Assert.Equal("in0 guard out0 ac1 in1 in1+", Lanes.Play("Queued", source, "app.Create<Box>();"));
        Assert.Equal("guard ac1 in1 in1+", Lanes.Play("Nested", source, "app.Create<Box>();"));
    }

    [Fact]
    public void A_self_transition_in_StartUp_enters_once()
    {
        var source = Life.Edited("Note(\"start\")", "Send(this, new EvC())");
        Assert.Equal("in0 out0 ac0 in0", Lanes.Play("Queued", source, "app.Create<Box>();"));
        Assert.Equal("ac0 in0", Lanes.Play("Nested", source, "app.Create<Box>();"));
    }
}
