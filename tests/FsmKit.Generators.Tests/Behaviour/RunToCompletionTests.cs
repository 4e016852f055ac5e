using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

public class RunToCompletionTests
{
    private const string Source = """
        [GClass(QueueCapacity = 3), Input<EvA>, Input<EvB>, Input<EvC>, Input<EvSpan>]
        public sealed partial class Box : GObj
        {
            public Action<Box>? Do;

            enum State
            {
                [Exit(nameof(Out0))]
                [On<EvA>(nameof(AcA), Next = S1), On<EvB>(nameof(AcB)), Ignore<EvC>, On<EvSpan>(nameof(AcSpan))]
                S0,
                [Enter(nameof(In1))]
                [On<EvA>(nameof(AcA), Next = S0), On<EvB>(nameof(AcB)), On<EvC>(nameof(AcC)), On<EvSpan>(nameof(AcSpan))]
                S1,
            }

            public string Now => CurrentState.ToString();
            public Outcome Call(in EvB e) => Send(this, e);
            private void AcA() { Say("a<"); Do?.Invoke(this); Say(">a"); }
            private void AcB(GObj? source, in EvB e) => Say($"b{e.N}{(source is null ? "" : "by" + source.Name)}");
            private void AcC(in EvC e) { Say($"c{e.N}"); if (e.N < 0) { throw new InvalidOperationException("oh"); } }
            private void AcSpan(in EvSpan e) => Say("span" + e.Bytes.Length);
            private void Out0() => Say("out0");
            private void In1() => Say("in1");
        }
        """;

    [Fact]
    public void An_event_to_a_busy_gobj_is_handled_when_the_transition_has_settled() => Assert.Equal(
        "out0 a< Queued >a in1 b1 Handled S1",
        LoadedSnippet.Play(Source, "var box = app.Create<Box>(); box.Do = b => Say(b.Send(new EvB(1))); Say(box.Send(new EvA())); Say(box.Now);"));

    [Fact]
    public void Events_of_several_types_keep_their_order_and_their_sources_and_its_own_come_first() => Assert.Equal(
        "out0 a< Queued Queued Queued >a in1 b2byme c1 c3 Handled",
        LoadedSnippet.Play(Source, """
            var box = app.Create<Box>("me");
            box.Do = b => { Say(b.Send(new EvC(1))); Say(b.Call(new EvB(2))); Say(b.Send(new EvC(3))); };
            Say(box.Send(new EvA()));
            """));

    [Fact]
    public void A_queued_event_meets_the_state_that_is_there_when_its_turn_comes() => Assert.Equal(
        "out0 a< Queued Queued >a in1 a< >a b1 Handled S0",
        LoadedSnippet.Play(Source, """
            var box = app.Create<Box>();
            box.Do = b => { b.Do = null; Say(b.Send(new EvA())); Say(b.Send(new EvB(1))); };
            Say(box.Send(new EvA())); Say(box.Now);
            """));

    [Fact]
    public void Over_its_bound_the_queue_refuses_with_an_error_in_the_log() => Assert.Equal(
        "out0 a< Queued Queued Queued Error#6 Refused >a in1 b0 b1 b2 Handled b9 Handled",
        LoadedSnippet.Play(Source, """
            var box = app.Create<Box>();
            box.Do = b => { for (var n = 0; n < 4; n++) { Say(b.Send(new EvB(n))); } };
            Say(box.Send(new EvA())); Say(box.Send(new EvB(9)));
            """));

    [Fact]
    public void An_exception_reaches_the_sender_and_leaves_a_machine_that_works() => Assert.Equal(
        "out0 a< Queued in1 b1 oh S1 b2 Handled",
        LoadedSnippet.Play(Source, """
            var box = app.Create<Box>();
            box.Do = b => { Say(b.Send(new EvB(1))); throw new InvalidOperationException("oh"); };
            Say(Thrown(() => box.Send(new EvA()))); Say(box.Now); Say(box.Send(new EvB(2)));
            """));

    [Fact]
    public void An_exception_of_a_queued_event_is_logged_and_the_others_go_on() => Assert.Equal(
        "out0 a< >a in1 c-1 Error#8(oh) b2 Handled b3 Handled",
        LoadedSnippet.Play(Source, """
            var box = app.Create<Box>();
            box.Do = b => { b.Send(new EvC(-1)); b.Send(new EvB(2)); };
            Say(box.Send(new EvA())); Say(box.Send(new EvB(3)));
            """));

    [Fact]
    public void A_borrowed_event_cannot_wait() => Assert.Equal(
        "span2 Handled out0 a< Error#7 Refused >a in1 Handled",
        LoadedSnippet.Play(Source, """
            var box = app.Create<Box>();
            Say(box.Send(new EvSpan("ab"u8)));
            box.Do = b => Say(b.Send(new EvSpan("ab"u8)));
            Say(box.Send(new EvA()));
            """));

    [Fact]
    public void A_destroyed_source_of_a_queued_event_is_null() => Assert.Equal(
        "a< Queued >a b1 Handled",
        LoadedSnippet.Play(Source.Edited("[Exit(nameof(Out0))]", "").Edited("[Enter(nameof(In1))]", "") + """
            [GClass] public sealed partial class Caller : GObj { public Outcome Call(Box box) => Send(box, new EvB(1)); }
            """, """
            var box = app.Create<Box>(); var caller = app.Create<Caller>("caller");
            box.Do = b => { Say(caller.Call(b)); caller.Destroy(); };
            Say(box.Send(new EvA()));
            """));

    [Fact]
    public void Events_that_come_from_entry_and_exit_actions_and_timeouts_wait_too() => Assert.Equal(
        "out< >out ac in< >in b1 b2 Handled late< >late b3",
        LoadedSnippet.Play("""
            [GClass, Input<EvA>, Input<EvB>]
            public sealed partial class Box : GObj
            {
                enum State
                {
                    [Exit(nameof(Out)), On<EvA>(nameof(Ac), Next = S1)] S0,
                    [Enter(nameof(In)), On<EvB>(nameof(AcB)), After(5, nameof(AcLate))] S1,
                }

                private void Out() { Say("out<"); this.Send(new EvB(1)); Say(">out"); }
                private void In() { Say("in<"); this.Send(new EvB(2)); Say(">in"); }
                private void Ac() => Say("ac");
                private void AcLate() { Say("late<"); this.Send(new EvB(3)); Say(">late"); }
                private void AcB(in EvB e) => Say("b" + e.N);
            }
            """, "var box = app.Create<Box>(); Say(box.Send(new EvA())); time.Pass(5, app);"));

    [Fact]
    public void In_StartUp_events_wait_until_the_initial_state_is_entered() => Assert.Equal(
        "Queued in b1",
        LoadedSnippet.Play("""
            [GClass, Input<EvB>]
            public sealed partial class Box : GObj
            {
                enum State { [Enter(nameof(In)), On<EvB>(nameof(AcB))] S0 }
                protected override void StartUp() => Say(this.Send(new EvB(1)));
                private void In() => Say("in");
                private void AcB(in EvB e) => Say("b" + e.N);
            }
            """, "app.Create<Box>();"));

    [Fact]
    public void When_StartUp_fails_what_waited_is_never_handled() => Assert.Equal(
        "Queued oh True 0",
        LoadedSnippet.Play("""
            [GClass, Input<EvB>]
            public sealed partial class Box : GObj
            {
                public static Box? Last;
                enum State { [On<EvB>(nameof(AcB))] S0 }
                protected override void StartUp() { Last = this; Say(this.Send(new EvB(1))); throw new InvalidOperationException("oh"); }
                private void AcB(in EvB e) => Say("b" + e.N);
            }
            """, "Say(Thrown(() => app.Create<Box>())); Say(Box.Last!.IsDestroyed); Say(app.ChildCount);"));

    [Fact]
    public void Two_gobjs_that_send_to_each_other_take_turns() => Assert.Equal(
        "ping3 ping2 ping1 ping0 Handled",
        LoadedSnippet.Play("""
            [GClass, Input<EvA>]
            public sealed partial class Box : GObj
            {
                public Box? Other;
                enum State { [On<EvA>(nameof(Ac))] S0 }
                private void Ac(in EvA e) { Say("ping" + e.N); if (e.N > 0) { Other!.Send(new EvA(e.N - 1)); } }
            }
            """, "var a = app.Create<Box>(); var b = app.Create<Box>(); (a.Other, b.Other) = (b, a); Say(a.Send(new EvA(3)));"));

    [Fact]
    public void A_machine_can_feed_itself_without_end_of_stack() => Assert.Equal(
        "0 Handled",
        LoadedSnippet.Play("""
            [GClass, Input<EvA>]
            public sealed partial class Box : GObj
            {
                enum State { [On<EvA>(nameof(Ac), Next = S0)] S0 }
                private void Ac(in EvA e) { if (e.N > 0) { this.Send(new EvA(e.N - 1)); } else { Say("0"); } }
            }
            """, "Say(app.Create<Box>().Send(new EvA(100000)));"));
}
