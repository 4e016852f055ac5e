using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>States inside states: inherited rows, and the states that a transition leaves and enters (SCXML's transition domain).</summary>
public class HierarchyTests
{
    /// <summary>A holds A1, which holds A11 and A12, and A2; B stands beside. Each notes when it is entered and left.</summary>
    private const string Tree = """
        public readonly record struct EvUp; public readonly record struct EvSelf; public readonly record struct EvDeep; public readonly record struct EvAll;

        [GClass, Input<EvA>, Input<EvB>, Input<EvC>, Input<EvUp>, Input<EvSelf>, Input<EvDeep>, Input<EvAll>]
        [On<EvAll>(nameof(Ac), Next = State.A2)]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Enter(nameof(InA)), Exit(nameof(OutA))]
                [On<EvA>(nameof(Ac), Next = B), On<EvB>(nameof(Ac), Next = A2), On<EvC>(nameof(Ac), Next = A2, Reenter = true)]
                [On<EvSelf>(nameof(Ac), Next = A), On<EvDeep>(nameof(Ac), Next = A12)]
                A,

                [Inside(A), Enter(nameof(InA1)), Exit(nameof(OutA1)), Ignore<EvUp>] A1,

                [Inside(A1), Enter(nameof(InA11)), Exit(nameof(OutA11)), On<EvUp>(nameof(Ac), Next = A)] A11,

                [Inside(A1), Enter(nameof(InA12)), Exit(nameof(OutA12))] A12,

                [Inside(A), Enter(nameof(InA2)), Exit(nameof(OutA2)), On<EvUp>(nameof(Ac), Next = A1)] A2,

                [Enter(nameof(InB)), Exit(nameof(OutB)), On<EvA>(nameof(Ac), Next = A), On<EvDeep>(nameof(Ac), Next = A12), Refuse] B,
            }

            private void Ac() => Note("ac");
            private void InA() => Note("+A");
            private void OutA() => Note("-A");
            private void InA1() => Note("+A1");
            private void OutA1() => Note("-A1");
            private void InA11() => Note("+A11");
            private void OutA11() => Note("-A11");
            private void InA12() => Note("+A12");
            private void OutA12() => Note("-A12");
            private void InA2() => Note("+A2");
            private void OutA2() => Note("-A2");
            private void InB() => Note("+B");
            private void OutB() => Note("-B");
            //Note
        }
        """;

    [Theory]
    [InlineData("a row of an outer composite", "box.Send(new EvA())", "-A11 -A1 -A ac +B Handled B")]
    [InlineData("to a composite", "box.Send(new EvA()); Trail.Lines!.Clear(); box.Send(new EvA())", "-B ac +A +A1 +A11 Handled A11")]
    [InlineData("into a composite, to a certain leaf", "box.Send(new EvA()); Trail.Lines!.Clear(); box.Send(new EvDeep())", "-B ac +A +A1 +A12 Handled A12")]
    [InlineData("inside the composite of the row", "box.Send(new EvB())", "-A11 -A1 ac +A2 Handled A2")]
    [InlineData("inside it, deeper", "box.Send(new EvDeep())", "-A11 -A1 ac +A1 +A12 Handled A12")]
    [InlineData("inside it, but reentered", "box.Send(new EvC())", "-A11 -A1 -A ac +A +A2 Handled A2")]
    [InlineData("from a leaf to a state around it", "box.Send(new EvUp())", "-A11 -A1 -A ac +A +A1 +A11 Handled A11")]
    [InlineData("from a composite to itself", "box.Send(new EvSelf())", "-A11 -A1 -A ac +A +A1 +A11 Handled A11")]
    [InlineData("to a neighbour", "box.Send(new EvB()); Trail.Lines!.Clear(); box.Send(new EvUp())", "-A2 ac +A1 +A11 Handled A11")]
    [InlineData("an answer of the nearest level", "box.Send(new EvDeep()); Trail.Lines!.Clear(); box.Send(new EvUp())", "Ignored A12")]
    [InlineData("a row of the class", "box.Send(new EvAll())", "-A11 -A1 -A ac +A +A2 Handled A2")]
    [InlineData("a row of the class in a closed state", "box.Send(new EvA()); Trail.Lines!.Clear(); box.Send(new EvAll())", "-B ac +A +A2 Handled A2")]
    [InlineData("what a closed state does not list", "box.Send(new EvA()); Trail.Lines!.Clear(); box.Send(new EvB())", "Warning#2 Refused B")]
    public void A_transition_leaves_and_enters(string what, string send, string expected)
    {
        Assert.NotEmpty(what);
        var last = send.LastIndexOf("box.", StringComparison.Ordinal);
        Lanes.Expect(expected, Tree, $"var box = app.Create<Box>(); Trail.Lines!.Clear(); {send[..last]}Say({send[last..]}); Say(box.StateName);");
    }

    [Fact]
    public void The_states_around_the_initial_leaf_are_entered_from_the_outside() =>
        Lanes.Expect("+A +A1 +A11 A11", Tree, "Say(app.Create<Box>().StateName);");

    [Fact]
    public void The_initial_states_are_those_marked()
    {
        var marked = Tree.Edited("[Inside(A1), Enter(nameof(InA12))", "[Inside(A1), Initial, Enter(nameof(InA12))");
        Lanes.Expect("+A +A1 +A12 A12", marked, "Say(app.Create<Box>().StateName);");
        Lanes.Expect("+B B", Tree.Edited("[Enter(nameof(InB))", "[Initial, Enter(nameof(InB))"), "Say(app.Create<Box>().StateName);");
    }

    [Fact]
    public void A_guard_that_does_not_hold_leaves_the_event_to_the_next_level() => Lanes.Expect(
        "leaf Handled inner Handled outer Handled class Handled", """
        [GClass, Input<EvA>, On<EvA>(nameof(OfClass))]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [On<EvA>(nameof(OfOuter), When = nameof(Outer))] Around,
                [Inside(Around), On<EvA>(nameof(OfInner), When = nameof(Inner))] Within,
                [Inside(Within), On<EvA>(nameof(OfLeaf), When = nameof(Leaf))] Here,
            }

            private bool Leaf(in EvA e) => e.N < 1;
            private bool Inner(in EvA e) => e.N < 2;
            private bool Outer(in EvA e) => e.N < 3;
            private void OfLeaf() => Note("leaf");
            private void OfInner() => Note("inner");
            private void OfOuter() => Note("outer");
            private void OfClass() => Note("class");
            //Note
        }
        """, "var box = app.Create<Box>(); for (var i = 0; i < 4; i++) { Say(box.Send(new EvA(i))); }");

    [Fact]
    public void The_state_is_the_new_leaf_from_the_action_on_and_the_machine_is_in_all_around_it()
    {
        const string Source = """
            [GClass, Input<EvA>]
            public sealed partial class Box : GObj
            {
                enum State
                {
                    [On<EvA>(nameof(Ac), Next = Y), Exit(nameof(Where))] X,
                    [Enter(nameof(Where)), On<EvA>(nameof(Ac), Next = X)] Y,
                    [Inside(Y), Enter(nameof(Where))] Y1,
                    [Inside(Y)] Y2,
                }

                private void Ac() => Where();
                private void Where()
                {
                    Note(CurrentState == State.Y1 ? "now Y1" : CurrentState == State.X ? "now X" : "?");
                    Note(IsIn(State.X) ? "in X" : IsIn(State.Y) ? "in Y" : "?");
                    Note(IsIn(State.Y1) ? "in Y1" : IsIn(State.Y2) ? "in Y2" : "?");
                }

                //Note
            }
            """;
        Lanes.Expect("now X in X ? now Y1 in Y in Y1 now Y1 in Y in Y1 now Y1 in Y in Y1", Source, "var box = app.Create<Box>(); box.Send(new EvA());");
    }

    [Fact]
    public void A_row_of_the_class_holds_where_a_composite_and_its_leaves_say_nothing()
    {
        const string Source = """
            [GClass, Input<EvA>, Input<EvB>, Input<EvC>, On<EvA>(nameof(Ac)), On<EvB>(nameof(Ac)), On<EvC>(nameof(Ac))]
            public sealed partial class Box : GObj
            {
                enum State
                {
                    [Ignore<EvA>, Refuse] Around,
                    [Inside(Around), Refuse<EvB>] Here,
                }

                private void Ac() => Note("class");
                //Note
            }
            """;
        Lanes.Expect("Ignored Warning#2 Refused class Handled", Source, "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Send(new EvB())); Say(box.Send(new EvC()));");
    }

    /// <summary>The JIT would judge it by the number of states.</summary>
    [Fact]
    public void The_question_for_a_composite_is_inlined_whatever_the_number_of_states() =>
        Assert.Contains("AggressiveInlining */)]\n\t[Fsm_Generated(\"FsmKit\", null), Fsm_NotCounted, Fsm_NotUsers]\n\tbool IsIn(State state)", GeneratorRun.Of("""
            public readonly record struct EvA;

            [GClass, Input<EvA>]
            public sealed partial class Box : GObj
            {
                enum State { [On<EvA>(Next = There)] Around, [Inside(Around)] Here, [Ignore<EvA>] There }
                public bool IsAround => IsIn(State.Around);
            }
            """).Text);
}
