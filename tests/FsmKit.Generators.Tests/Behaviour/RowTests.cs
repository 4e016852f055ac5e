namespace FsmKit.Generators.Tests;

public class RowTests
{
    [Fact]
    public void A_row_answers_with_or_without_an_action_and_with_or_without_a_next_state() => Lanes.Expect(
        "A(S0) Handled Handled A(S1) Handled Handled S1",
        """
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [On<EvA>(nameof(AcA)), On<EvB>(Next = S1)] S0,
                [On<EvA>(nameof(AcA)), On<EvB>] S1,
            }

            public string Now => CurrentState.ToString();
            private void AcA() { if (CurrentState == State.S0) { Note("A(S0)"); } else { Note("A(S1)"); } }
            //Note
        }
        """,
        """
        var box = app.Create<Box>();
        Lines!.Add(box.Send(new EvA()).ToString());
        Lines!.Add(box.Send(new EvB()).ToString());
        Lines!.Add(box.Send(new EvA()).ToString());
        Lines!.Add(box.Send(new EvB()).ToString());
        Say(box.Now);
        """);

    [Fact]
    public void Inside_the_action_the_state_is_the_next_one_already() => Lanes.Expect(
        "S1 Handled",
        """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(AcA), Next = S1)] S0, [Refuse] S1 }
            private void AcA() { if (CurrentState == State.S1) { Note("S1"); } else { Note("wrong"); } }
            //Note
        }
        """,
        "var box = app.Create<Box>(); Say(box.Send(new EvA()));");

    [Fact]
    public void Guards_are_asked_in_order_and_the_first_that_holds_wins() => Lanes.Expect(
        "g1 one Handled g1 g2 two Handled g1 g2 rest Handled",
        """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [On<EvA>(nameof(AcOne), When = nameof(IsOne))]
                [On<EvA>(nameof(AcTwo), When = nameof(IsTwo))]
                [On<EvA>(nameof(AcRest))]
                S0,
            }

            private bool IsOne(in EvA e) { Note("g1"); return e.N == 1; }
            private bool IsTwo(in EvA e) { Note("g2"); return e.N == 2; }
            private void AcOne() => Note("one");
            private void AcTwo() => Note("two");
            private void AcRest() => Note("rest");
            //Note
        }
        """,
        "var box = app.Create<Box>(); for (var n = 1; n < 4; n++) { Say(box.Send(new EvA(n))); }");

    [Fact]
    public void When_no_guard_holds_the_event_falls_to_ignore_or_to_a_refusal() => Lanes.Expect(
        "Ignored Warning#2 Refused hit Handled Warning#2 Refused Warning#2 Refused",
        """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [On<EvA>(nameof(AcHit), When = nameof(Fits)), Ignore<EvA>]
                [On<EvB>(nameof(AcHit), When = nameof(FitsB))]
                [Refuse<EvC>]
                S0,
            }

            private bool Fits(in EvA e) => e.N > 0;
            private bool FitsB(in EvB e) => e.N > 0;
            private void AcHit() => Note("hit");
            //Note
        }
        """,
        """
        var box = app.Create<Box>();
        Say(box.Send(new EvA())); Say(box.Send(new EvB())); Say(box.Send(new EvB(1))); Say(box.Send(new EvC())); Say(box.Send(new EvC()));
        """);

    [Fact]
    public void Ignore_refuse_and_a_closed_state_answer_without_touching_the_state() => Lanes.Expect(
        "Ignored Warning#2 Refused Warning#2 Refused S0",
        """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State { [Ignore<EvA>, Refuse<EvB>, Refuse] S0, [On<EvC>(nameof(AcC))] S1 }
            public string Now => CurrentState.ToString();
            private void AcC() => Note("c");
            //Note
        }
        """,
        "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Send(new EvB())); Say(box.Send(new EvC())); Say(box.Now);");

    [Fact]
    public void A_row_of_the_class_holds_in_every_state_that_has_none_of_its_own() => Lanes.Expect(
        "all Handled own Handled Ignored all Handled Warning#2 Refused S2",
        """
        [GClass, Input<EvA>, Input<EvB>]
        [On<EvA>(nameof(AcAll)), Ignore<EvB>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [On<EvB>(nameof(AcOwn), Next = S1)] S0,
                [On<EvA>(nameof(AcAll), Next = S2)] S1,
                [Refuse<EvA>] S2,
            }

            public string Now => CurrentState.ToString();
            private void AcAll() => Note("all");
            private void AcOwn() => Note("own");
            //Note
        }
        """,
        """
        var box = app.Create<Box>();
        Say(box.Send(new EvA())); Say(box.Send(new EvB())); Say(box.Send(new EvB())); Say(box.Send(new EvA())); Say(box.Send(new EvA())); Say(box.Now);
        """);

    [Fact]
    public void A_guarded_row_of_a_state_that_does_not_hold_leaves_the_event_to_the_class() => Lanes.Expect(
        "own Handled all Handled",
        """
        [GClass, Input<EvA>]
        [On<EvA>(nameof(AcAll))]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(AcOwn), When = nameof(Fits))] S0 }
            private bool Fits(in EvA e) => e.N > 0;
            private void AcAll() => Note("all");
            private void AcOwn() => Note("own");
            //Note
        }
        """,
        "var box = app.Create<Box>(); Say(box.Send(new EvA(1))); Say(box.Send(new EvA(0)));");

    [Fact]
    public void A_row_of_the_class_also_holds_in_a_closed_state() => Lanes.Expect(
        "ac Handled Warning#2 Refused", """
            [GClass, Input<EvA>, Input<EvB>]
            [On<EvA>(nameof(Ac))]
            public sealed partial class Box : GObj
            {
                enum State { [Refuse] S0 }
                private void Ac() => Note("ac");
                //Note
            }
            """, "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Send(new EvB()));");
}
