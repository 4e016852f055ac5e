namespace FsmKit.Generators.Tests;

/// <summary>Rows without an event (SCXML's eventless transitions).</summary>
public class AlwaysTests
{
    private const string Tank = """
        [GClass, Input<EvA>, Input<EvB>]
        [Always(nameof(Spills), When = nameof(IsOver))]
        public sealed partial class Tank : GObj
        {
            private int _level;

            enum State
            {
                [On<EvA>(nameof(Add)), Always(nameof(Fills), When = nameof(IsFull), Next = Full)] Filling,
                [Inside(Filling), Always(nameof(Warns), When = nameof(IsHalf), Next = High), Ignore<EvB>] Low,
                [Inside(Filling), Ignore<EvB>, Enter(nameof(InHigh))] High,
                [Enter(nameof(InFull)), On<EvB>(nameof(Drain), Next = Filling), On<EvA>(nameof(Add))] Full,
            }

            private bool IsHalf() => _level >= 5;
            private bool IsFull() => _level >= 10;
            private bool IsOver() => _level > 12;
            private void Add(in EvA e) { _level += e.N; Note("add"); }
            private void Drain() { _level = 6; Note("drain"); }
            private void Spills() { _level = 12; Note("spills"); }
            private void Fills() => Note("fills");
            private void Warns() => Note("warns");
            private void InHigh() => Note("+High");
            private void InFull() => Note("+Full");
            //Note
        }
        """;

    [Fact]
    public void Each_is_asked_when_a_transition_is_through_and_again_after_one_that_is_taken() => Lanes.Expect(
        "add Low add warns +High High add fills +Full Full add spills Full drain warns +High High", Tank,
        "var tank = app.Create<Tank>(); foreach (var n in new[] { 3, 3, 5, 4 }) { tank.Send(new EvA(n)); Say(tank.StateName); } tank.Send(new EvB()); Say(tank.StateName);");

    [Fact]
    public void The_innermost_comes_first_and_one_transition_can_be_followed_by_many() => Lanes.Expect(
        "add warns +High fills +Full spills Handled Full", Tank, "var tank = app.Create<Tank>(); Say(tank.Send(new EvA(20))); Say(tank.StateName);");

    [Fact]
    public void They_are_asked_at_the_start_too() => Lanes.Expect(
        "+Begin go +Work Work", """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State { [Enter(nameof(InBegin)), Always(nameof(Go), Next = Work), Refuse] Begin, [Enter(nameof(InWork)), Refuse] Work }
            private void InBegin() => Note("+Begin");
            private void InWork() => Note("+Work");
            private void Go() => Note("go");
            //Note
        }
        """, "Say(app.Create<Box>().StateName);");

    [Fact]
    public void A_hundred_in_a_row_are_a_fault_and_the_gobj_stays_where_it_is() => Lanes.Expect(
        "ac Error#19 Handled Ping", """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State { [Always(When = nameof(IsMoving), Next = Pong), On<EvA>(nameof(Ac))] Ping, [Always(When = nameof(IsMoving), Next = Ping), Ignore<EvA>] Pong }
            private bool _moves;
            private bool IsMoving() => _moves;
            private void Ac() { _moves = true; Note("ac"); }
            //Note
        }
        """, "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.StateName);");

    [Fact]
    public void What_follows_runs_also_when_the_action_before_has_thrown() => Lanes.Expect(
        "follows first Done", """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(Ac))] [Always(nameof(Follows), When = nameof(Has), Next = Done)] Idle, [Refuse] Done }
            private bool _has;
            private bool Has() => _has;
            private void Ac() { _has = true; if (_has) { throw new System.InvalidOperationException("first"); } Note(""); }
            private void Follows() => Note("follows");
            //Note
        }
        """, "var box = app.Create<Box>(); try { box.Send(new EvA()); } catch (System.InvalidOperationException x) { Say(x.Message); } Say(box.StateName);");

    [Fact]
    public void A_nested_event_waits_with_what_follows_until_the_transition_around_it_is_through() => Assert.Equal(
        "begins b ends follows Two", Lanes.Play("Nested", """
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [On<EvA>(nameof(Ac), Next = One), Refuse] Idle,
                [Always(nameof(Follows), Next = Two), On<EvB>(nameof(Hears)), Refuse] One,
                [Refuse] Two,
            }

            private void Ac() { Note("begins"); Send(this, new EvB()); Note("ends"); }
            private void Hears() => Note("b");
            private void Follows() => Note("follows");
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA()); Say(box.StateName);"));

    [Fact]
    public void A_timeout_and_a_changed_state_are_followed_too() => Assert.Equal(
        "late follows Two changed follows Two", Lanes.Play("Queued", """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [After(100, nameof(Late), Next = One), Ignore<EvA>] Idle,
                [Always(nameof(Follows), Next = Two), Ignore<EvA>] One,
                [On<EvA>(nameof(Change))] Two,
            }

            private void Late() => Note("late");
            private void Follows() => Note("follows");
            private void Change() { ChangeState(State.One); Note("changed"); }
            //Note
        }
        """, "var box = app.Create<Box>(); time.Advance(100, app); Say(box.StateName); box.Send(new EvA()); Say(box.StateName);"));

    [Fact]
    public void What_waits_comes_after_what_follows() => Assert.Equal(
        "ac follows b in Two", Lanes.Play("Queued", """
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [On<EvA>(nameof(Ac), Next = One), Ignore<EvB>] Idle,
                [Always(nameof(Follows), Next = Two), On<EvB>(nameof(InOne)), Ignore<EvA>] One,
                [On<EvB>(nameof(InTwo)), Ignore<EvA>] Two,
            }

            private void Ac() { Note("ac"); Raise(new EvB()); }
            private void Follows() => Note("follows");
            private void InOne() => Note("b in One");
            private void InTwo() => Note("b in Two");
            //Note
        }
        """, "app.Create<Box>().Send(new EvA());"));
}
