namespace FsmKit.Generators.Tests;

/// <summary>Entry actions of composites that change the state while there is more to be entered.</summary>
public class RedirectedTests
{
    private const string Tree = """
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            private bool _changes = true;

            enum State
            {
                [On<EvA>(Next = A), On<EvB>(Next = C)] Start,
                [Enter(nameof(InA)), Exit(nameof(OutA)), Refuse] A,
                [Inside(A), Enter(nameof(InA1)), Exit(nameof(OutA1))] A1,
                [Inside(A), Enter(nameof(InA2)), Enter(nameof(AlsoInA2)), Exit(nameof(OutA2))] A2,
                [Enter(nameof(InC)), Exit(nameof(OutC)), Refuse] C,
                [Inside(C), Enter(nameof(InC1))] C1,
                [Enter(nameof(InD)), Refuse] D,
                [Inside(D), Enter(nameof(InD1))] D1,
            }

            private void InA() { Note("+A"); if (_changes) { _changes = false; ChangeState(State.A2); } Note("end"); }
            private void OutA() => Note("-A");
            private void InA1() => Note("+A1");
            private void OutA1() => Note("-A1");
            private void InA2() => Note("+A2");
            private void AlsoInA2() => Note("too");
            private void OutA2() => Note("-A2");
            private void InC() { Note("+C"); ChangeState(State.D); }
            private void OutC() => Note("-C");
            private void InC1() => Note("+C1");
            private void InD() => Note("+D");
            private void InD1() => Note("+D1");
            //Note
        }
        """;

    [Fact]
    public void To_a_state_inside_that_one_is_entered_when_the_action_is_through() => Lanes.Expect(
        "+A end +A2 too Handled A2", Tree, "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.StateName);");

    [Fact]
    public void To_a_state_elsewhere_the_composite_is_left_and_that_one_is_entered_whole() => Lanes.Expect(
        "+C -C +D +D1 Handled D1", Tree, "var box = app.Create<Box>(); Say(box.Send(new EvB())); Say(box.StateName);");

    [Fact]
    public void Composites_that_send_each_other_on_for_ever_are_told_of_and_the_loop_goes_on()
    {
        const string Circle = """
            [GClass, Input<EvA>]
            public sealed partial class Box : GObj
            {
                private int _times;

                enum State
                {
                    [On<EvA>(Next = A), Refuse] Start,
                    [Enter(nameof(InA)), Refuse] A,
                    [Inside(A)] A1,
                    [Enter(nameof(InB)), Refuse] B,
                    [Inside(B)] B1,
                }

                public int Times => _times;
                private void InA() { if (_times++ == 0) { Note("+A"); } ChangeState(State.B); }
                private void InB() { _times++; ChangeState(State.A); }
                //Note
            }
            """;
        Lanes.Expect(
            "+A Error#19 Handled True", Circle,
            "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Times is > 50 and < 150);");
    }
}
