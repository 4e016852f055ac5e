using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>Remaining time of the timeouts of a restored machine.</summary>
[Trait("Category", "Slow")]
public class RestoredTimeTests
{
    private const string Clock = """
        [GClass(Version = 1, Json = typeof(ReflectedJson)), Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Clock : GObj
        {
            [Kept] private int _n;
            public TimeSpan Wait { get; set; } = TimeSpan.FromMilliseconds(70);
            enum State
            {
                [After(100, nameof(Outer)), Idle(25, nameof(Idle)), On<EvA>(nameof(Ac))] Around,
                [Inside(Around), After(nameof(Wait), nameof(Inner)), On<EvB>(nameof(Named)), On<EvC>(nameof(Ticks))] Leaf,
            }

            private void Outer() => Note("outer");
            private void Idle() => Note("idle");
            private void Inner() => Note("inner");
            private void Ac() => Note("ac");
            private void Named() { _n++; Note("named"); }
            private void Ticks() { _n++; Note("tick"); }
            public void Begin() { StartTimer(TimeSpan.FromMilliseconds(70), new EvB()); StartTimer(TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(40), new EvC()); }
            //Note
        }
        """;

    private const string Run = "foreach (var i in Enumerable.Range(1, 12)) { var before = Trail.Lines!.Count; time.Advance(10, app); if (Trail.Lines!.Count > before) { Say(i * 10); } } ";

    private const string Made = "var clock = app.Create<Clock>(); clock.Begin(); time.Advance(25, app); clock.Send(new EvA()); Trail.Lines!.Clear(); ";

    [Fact]
    public void What_is_left_of_each_timeout_is_what_was_left_of_it() => Lanes.Expect(
        "tick 10 idle 40 inner named tick 50 outer idle 80 tick 90 idle 120", Clock, Made + "clock = Restored.Again(clock); " + Run);

    [Fact]
    public void Without_a_restore_it_is_the_same() => Lanes.Expect("tick 10 idle 40 inner named tick 50 outer idle 80 tick 90 idle 120", Clock, Made + Run);

    [Fact]
    public void Time_that_passed_while_there_was_no_gobj_counts_where_it_is_asked_for() => Lanes.Expect(
        "tick inner named 0 outer idle 30",
        Clock,
        Made + "var taken = clock.Snapshot(); clock.Destroy(); clock = app.Restore<Clock>(taken.Aged(taken.Taken + TimeSpan.FromMilliseconds(50))); app.RunOnce(); Say(0); "
        + Run.Edited("Range(1, 12)", "Range(1, 3)"));

    [Fact]
    public void Overdue_timeouts_come_in_the_order_in_which_they_were_due() => Lanes.Expect(
        "tick inner named outer",
        Clock,
        Made + "var taken = clock.Snapshot(); clock.Destroy(); clock = app.Restore<Clock>(taken.Aged(taken.Taken + TimeSpan.FromMinutes(1))); app.RunOnce();");

    [Fact]
    public void A_clock_that_went_back_takes_nothing_away() => Lanes.Expect(
        "tick 10 idle 40 inner named tick 50 outer idle 80 tick 90 idle 120", Clock, Made + "clock = Restored.Again(clock, old => old.Aged(old.Taken - TimeSpan.FromHours(1))); " + Run);

    [Fact]
    public void A_timeout_that_StartUp_starts_has_what_is_left_of_it_in_the_snapshot() => Assert.Equal(
        "pulse 10 pulse 60",
        LoadedSnippet.Play(
            """
            public readonly record struct EvPulse;
            [GClass(Version = 1), Input<EvPulse>]
            public sealed partial class Heart : GObj
            {
                enum State { [On<EvPulse>(nameof(Pulse))] Beats }
                protected override void StartUp() => StartTimer(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50), new EvPulse());
                private void Pulse() => Say("pulse");
            }
            """,
            "var heart = app.Create<Heart>(); time.Advance(40, app); heart = Restored.Again(heart); " + Run.Edited("Range(1, 12)", "Range(1, 8)")));

    [Fact]
    public void What_is_due_at_the_same_time_comes_in_its_order_also_when_StartUp_has_started_some_of_it() => Assert.Equal(
        "pulse after pulse after",
        LoadedSnippet.Play(
            """
            public readonly record struct EvPulse;
            [GClass(Version = 1), Input<EvPulse>]
            public sealed partial class Heart : GObj
            {
                enum State { [After(50, nameof(After)), On<EvPulse>(nameof(Pulse))] Beats }
                protected override void StartUp() => StartTimer(TimeSpan.FromMilliseconds(50), new EvPulse());
                private void Pulse() => Say("pulse");
                private void After() => Say("after");
            }
            """,
            "var heart = app.Create<Heart>(\"a\"); time.Advance(50, app); heart = app.Create<Heart>(\"b\"); time.Advance(40, app); heart = Restored.Again(heart); time.Advance(10, app);"));

    [Fact]
    public void The_event_of_a_named_timeout_is_kept_with_it() => Assert.Equal(
        "5 5",
        LoadedSnippet.Play(
            """
            [GClass(Version = 1, Json = typeof(ReflectedJson)), Input<EvA>]
            public sealed partial class Line : GObj
            {
                enum State { [On<EvA>(nameof(Tell))] Only }
                public void Begin() => StartTimer(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50), new EvA(5));
                private void Tell(in EvA e) => Say(e.N);
            }
            """,
            "var line = app.Create<Line>(); line.Begin(); line = Restored.Again(line); time.Advance(50, app); line = Restored.Again(line); time.Advance(50, app);"));
}
