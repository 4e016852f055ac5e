using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>
/// Behaviour that the implementation report of SCXML asks for (W3C, State Chart XML, 2015), one test for each id, or for ids that ask for the same. Ids of the
/// data model, of scripts and of input and output are not here: docs/conformance.md says why.
/// </summary>
[Trait("Category", "Slow")]
public class ScxmlTests
{
    private const string Chain = """
        public readonly record struct EvGo(Box Box);

        [GClass, Input<EvGo>, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvGo>(nameof(Go)), On<EvA>(nameof(TakeA)), On<EvB>(nameof(TakeB)), On<EvC>(nameof(TakeC))] Idle }
            private void Go(in EvGo e) { //Body
            }
            private void TakeA(in EvA e) { Note($"a{e.N}"); if (e.N == 1) { Raise(new EvA(2)); } }
            private void TakeB(GObj? source, in EvB e) => Note($"b{e.N}{(source == this ? "own" : "")}");
            private void TakeC() => Note("c");
            //Note
        }
        """;

    private const string Nest = """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [On<EvA>(nameof(OfOuter), Next = Else), On<EvB>(nameof(OfOuter)), On<EvC>(nameof(OfOuter), Next = Two)]
                [Enter(nameof(InOuter)), Exit(nameof(OutOuter1)), Exit(nameof(OutOuter2))]
                Outer,

                [Inside(Outer), Enter(nameof(InOne)), Exit(nameof(OutOne))] One,
                [Inside(Outer), Enter(nameof(InTwo)), On<EvA>(nameof(OfTwo)), On<EvB>(nameof(Second), When = nameof(No)), On<EvB>(nameof(OfTwo))] Two,
                [Enter(nameof(InElse)), On<EvA>(Next = Outer), Refuse] Else,
            }

            private void OfOuter() => Note("outer");
            private void OfTwo() => Note("two");
            private void Second() => Note("second");
            private bool No() => false;
            private void InOuter() => Note(IsIn(State.One) ? "+outer(one)" : "+outer");
            private void OutOuter1() => Note("-outer1");
            private void OutOuter2() => Note("-outer2");
            private void InOne() => Note(IsIn(State.Outer) ? "+one(outer)" : "+one");
            private void OutOne() => Note(IsIn(State.One) ? "-one(one)" : "-one");
            private void InTwo() => Note("+two");
            private void InElse() => Note(IsIn(State.Outer) ? "?" : "+else");
            //Note
        }
        """;

    [Fact]
    public void Test_144_what_is_raised_is_handled_in_order() => Chained("b1own c b2own", "Raise(new EvB(1)); Raise(new EvC()); Raise(new EvB(2));");

    [Fact]
    public void Test_189_401_495_internal_events_come_before_external_ones() => Chained("b2own b1", "SendExtensions.Send(e.Box, new EvB(1)); Raise(new EvB(2));");

    [Fact]
    public void Test_421_internal_events_go_on_until_there_is_none() => Chained("a1 a2 b1", "SendExtensions.Send(e.Box, new EvB(1)); Raise(new EvA(1));");

    [Fact]
    public void Test_336_350_an_event_that_is_sent_to_itself_or_back_to_its_source_arrives() => Assert.Equal(
        "asked answered", LoadedSnippet.Play("""
        [GClass, Input<EvA>] public sealed partial class Asked : GObj
        {
            enum State { [On<EvA>(nameof(Answer))] Idle }
            private void Answer(GObj? source, in EvA e) { Say("asked"); Send((Asking)source!, new EvB()); }
        }

        [GClass, Input<EvA>, Input<EvB>] public sealed partial class Asking : GObj
        {
            enum State { [On<EvA>(nameof(Ask)), On<EvB>(nameof(Hear))] Idle }
            public Asked? Other;
            private void Ask() => Send(Other!, new EvA());
            private void Hear() => Say("answered");
        }
        """, "var asking = app.Create<Asking>(); asking.Other = app.Create<Asked>(); asking.Send(new EvA());"));

    [Fact]
    public void Test_403a_the_innermost_row_wins_and_those_of_one_state_in_their_order() => Nested(
        "+two two Handled two Handled", "box.Send(new EvC()); Trail.Lines!.RemoveAll(static line => line != \"+two\"); Say(box.Send(new EvA())); Say(box.Send(new EvB()));");

    [Fact]
    public void Test_404_377_states_are_left_from_the_inside_with_their_actions_in_order_before_that_of_the_row() => Nested(
        "-one(one) -outer1 -outer2 outer +else", "box.Send(new EvA());");

    [Fact]
    public void Test_406_states_are_entered_from_the_outside_after_the_action_of_the_row() => Nested(
        "+outer(one) +one(outer) One", "box.Send(new EvA()); Trail.Lines!.Clear(); box.Send(new EvA()); Say(box.StateName);");

    [Fact]
    public void Test_310_411_the_states_that_the_machine_is_in_are_known_while_it_leaves_and_enters() => Nested(
        "-one(one) -outer1 -outer2 outer +else +outer(one) +one(outer)", "box.Send(new EvA()); box.Send(new EvA());");

    [Fact]
    public void Test_355_576_a_machine_begins_in_its_first_state_or_in_the_one_that_is_marked()
    {
        Assert.Equal("One", LoadedSnippet.Play(Lanes.Source("Direct", Nest), "var box = app.Create<Box>(); Trail.Lines!.Clear(); Say(box.StateName);"));
        var marked = Nest.Edited("[Inside(Outer), Enter(nameof(InTwo))", "[Inside(Outer), Initial, Enter(nameof(InTwo))");
        Assert.Equal("Two", LoadedSnippet.Play(Lanes.Source("Direct", marked), "var box = app.Create<Box>(); Trail.Lines!.Clear(); Say(box.StateName);"));
    }

    [Fact]
    public void Test_503_a_row_without_a_target_leaves_nothing() => Nested("outer Handled One", "Say(box.Send(new EvB())); Say(box.StateName);");

    [Fact]
    public void Test_505_a_row_of_a_composite_to_a_state_inside_stays_in_the_composite() => Nested("-one(one) outer +two", "box.Send(new EvC());");

    [Fact]
    public void Test_533_a_row_of_a_leaf_to_itself_leaves_and_enters_it() => Lanes.Expect(
        "-idle ac +idle", """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State { [Enter(nameof(In)), Exit(nameof(Out)), On<EvA>(nameof(Ac), Next = Idle)] Idle }
            private void In() => Note("+idle");
            private void Out() => Note("-idle");
            private void Ac() => Note("ac");
            //Note
        }
        """, "var box = app.Create<Box>(); Trail.Lines!.Clear(); box.Send(new EvA());");

    [Fact]
    public void Test_372_a_composite_is_complete_when_the_entry_action_of_its_final_state_has_run() => Lanes.Expect(
        "+end done Rest", """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State { [Done(nameof(IsDone), Next = Rest)] Job, [Inside(Job), On<EvA>(Next = End)] Doing, [Inside(Job), Final, Enter(nameof(In))] End, [Refuse] Rest }
            private void In() => Note("+end");
            private void IsDone() => Note("done");
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA()); Say(box.StateName);");

    [Theory]
    [InlineData("Was", "Two One")]
    [InlineData("WasDeep", "Two Deep")]
    public void Test_387_579_a_history_leads_to_its_default_the_first_time_and_then_to_what_was_left(string history, string expected) => Lanes.Expect(
        expected, $$"""
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Initial, On<EvA>(Next = {{history}}), On<EvB>(nameof(Ac), Next = Deep)] Away,
                [On<EvA>(Next = Away), Ignore<EvB>] Home,
                [Inside(Home)] First,
                [Inside(First)] One,
                [Inside(First)] Deep,
                [Inside(Home)] Two,
                [Inside(Home), History(Default = Two)] Was,
                [Inside(Home), History(Default = Two, Deep = true)] WasDeep,
            }

            private void Ac() { if (IsIn(State.Was) || IsIn(State.WasDeep)) { Note("in a history"); } }
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA()); Say(box.StateName); box.Send(new EvA()); box.Send(new EvB()); box.Send(new EvA()); box.Send(new EvA()); Say(box.StateName);");

    [Fact]
    public void Test_419_rows_without_an_event_come_before_internal_events() => Assert.Equal("Right", Lanes.Play("Queued", """
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(Ac), Next = Mid), Ignore<EvB>] Idle, [On<EvB>(Next = Wrong), Always(Next = Right), Ignore<EvA>] Mid, [Refuse] Wrong, [Ignore<EvB>, Refuse] Right }
            private void Ac() { Raise(new EvB()); if (IsDestroyed) { Note(""); } }
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA()); Say(box.StateName);"));

    [Fact]
    public void Test_318_330_342_the_event_is_the_same_for_the_guard_and_the_action_whatever_is_raised_meanwhile() => Chained("c b7", "Raise(new EvC()); Note(\"\"); Lines!.Remove(\"\"); SendExtensions.Send(e.Box, new EvB(7));");

    [Fact]
    public void Test_175_186_208_a_delayed_event_has_the_values_of_when_it_was_asked_for_and_can_be_cancelled() => Assert.Equal(
        "b1own gone", LoadedSnippet.Play("""
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            private int _n = 1;
            enum State { [On<EvA>(nameof(Start)), On<EvB>(nameof(Late)), On<EvC>(nameof(Stop))] Idle }
            private void Start() { StartTimer(System.TimeSpan.FromMilliseconds(100), new EvB(_n)); _n = 2; }
            private void Late(GObj? source, in EvB e) => Say($"b{e.N}{(source == this ? "own" : "")}");
            private void Stop() => StopTimer<EvB>();
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA()); time.Advance(99, app); time.Advance(1, app); box.Send(new EvA()); time.Advance(50, app); box.Send(new EvC()); time.Advance(500, app); Say(\"gone\");"));

    [Fact]
    public void Test_376_an_action_that_throws_does_not_stop_the_others() => Lanes.Expect(
        "-idle +work oh Work", """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            private bool _throws = true;
            enum State { [On<EvA>(nameof(Ac), Next = Work), Exit(nameof(Out))] Idle, [Enter(nameof(In)), Refuse] Work }
            private void Ac() { if (_throws) { throw new System.InvalidOperationException("oh"); } }
            private void Out() => Note("-idle");
            private void In() => Note("+work");
            //Note
        }
        """, "var box = app.Create<Box>(); Say(Thrown(() => box.Send(new EvA()))); Say(box.StateName);");

    [Fact]
    public void Test_344_a_guard_that_throws_says_no() => Lanes.Expect(
        "Error#16(oh) else Handled", """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            private bool _throws = true;
            enum State { [On<EvA>(nameof(Ac), When = nameof(Throws)), On<EvA>(nameof(Else))] Idle }
            private bool Throws() => _throws ? throw new System.InvalidOperationException("oh") : true;
            private void Ac() => Note("ac");
            private void Else() => Note("else");
            //Note
        }
        """, "Say(app.Create<Box>().Send(new EvA()));");

    [Fact]
    public void Test_496_what_is_sent_to_one_that_is_gone_is_told() => Assert.Equal(
        "Warning#5 Destroyed", LoadedSnippet.Play(Lanes.Source("Queued", Nest), "var box = app.Create<Box>(); box.Destroy(); Trail.Lines!.Clear(); Say(box.Send(new EvA()));"));

    private static void Chained(string expected, string body) => Assert.Equal(
        expected, Lanes.Play("Queued", Chain.Edited("//Body", body), "var box = app.Create<Box>(); box.Send(new EvGo(box));"));

    private static void Nested(string expected, string scene) => Lanes.Expect(expected, Nest, $"var box = app.Create<Box>(); Trail.Lines!.Clear(); {scene}");
}
