namespace FsmKit.Generators.Tests;

/// <summary>Events that are kept until the leaf has changed (gen_statem's postpone).</summary>
public class DeferTests
{
    private const string Box = """
        public readonly record struct EvGo(string To);

        [GClass, Input<EvA>, Input<EvB>, Input<EvGo>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Defer<EvA>, Defer<EvB>, On<EvGo>(Next = Some, When = nameof(IsSome)), On<EvGo>(Next = All)] Busy,
                [On<EvA>(nameof(OddA), When = nameof(IsOdd)), Defer<EvA>, Defer<EvB>, On<EvGo>(Next = All)] Some,
                [On<EvA>(nameof(TakeA)), On<EvB>(nameof(TakeB)), On<EvGo>(Next = Busy)] All,
            }

            private bool IsSome(in EvGo e) => e.To == "Some";
            private bool IsOdd(in EvA e) => e.N % 2 == 1;
            private void OddA(in EvA e) => Note($"odd{e.N}");
            private void TakeA(in EvA e) => Note($"a{e.N}");
            private void TakeB() => Note("b");
            //Note
        }
        """;

    [Fact]
    public void They_come_again_in_order_when_the_leaf_has_changed() => Assert.Equal(
        "Deferred Deferred Deferred a1 b a2 Handled All a7", Lanes.Play(
            "Queued", Box, "var box = app.Create<Box>(); Say(box.Send(new EvA(1))); Say(box.Send(new EvB())); Say(box.Send(new EvA(2))); Say(box.Send(new EvGo(\"All\"))); Say(box.StateName); box.Send(new EvA(7));"));

    [Fact]
    public void One_that_is_deferred_again_keeps_its_place() => Assert.Equal(
        "odd1 odd3 Some a2 b a4 a6", Lanes.Play(
            "Queued", Box,
            "var box = app.Create<Box>(); foreach (var n in new[] { 1, 2 }) box.Send(new EvA(n)); box.Send(new EvB()); foreach (var n in new[] { 3, 4 }) box.Send(new EvA(n)); "
            + "box.Send(new EvGo(\"Some\")); Say(box.StateName); box.Send(new EvA(6)); box.Send(new EvGo(\"\"));"));

    [Fact]
    public void Staying_in_the_leaf_or_entering_it_anew_does_not_bring_them_back() => Assert.Equal(
        "ac Handled ac a1", Lanes.Play("Queued", """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State { [Defer<EvA>, On<EvB>(nameof(Ac), Next = Busy), On<EvC>(nameof(Ac), Next = Free)] Busy, [On<EvA>(nameof(TakeA)), Refuse] Free }
            private void Ac() => Note("ac");
            private void TakeA(in EvA e) => Note($"a{e.N}");
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA(1)); Say(box.Send(new EvB())); box.Send(new EvC());"));

    [Fact]
    public void One_that_changes_the_leaf_begins_the_round_anew() => Assert.Equal(
        "b>Busy a1 a2 b>Busy", Lanes.Play("Queued", """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Defer<EvA>, On<EvB>(nameof(ToBusy), Next = Busy), Defer<EvC>] Early,
                [Defer<EvA>, Defer<EvB>, On<EvC>(Next = Free)] Busy,
                [On<EvA>(nameof(TakeA)), On<EvB>(nameof(ToBusy), Next = Busy), Defer<EvC>] Free,
            }

            private void ToBusy() => Note("b>Busy");
            private void TakeA(in EvA e) => Note($"a{e.N}");
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA(1)); box.Send(new EvA(2)); box.Send(new EvB()); box.Send(new EvB()); box.Send(new EvC()); "));

    [Fact]
    public void What_is_raised_comes_first_then_the_deferred_then_what_others_sent() => Assert.Equal(
        "go raised a1 b", Lanes.Play("Queued", """
        public readonly record struct EvRaised; public readonly record struct EvGo(Box Box);

        [GClass, Input<EvA>, Input<EvB>, Input<EvRaised>, Input<EvGo>]
        public sealed partial class Box : GObj
        {
            enum State { [Defer<EvA>, Ignore<EvB>, Ignore<EvRaised>, On<EvGo>(nameof(Go), Next = Free)] Busy, [On<EvA>(nameof(TakeA)), On<EvB>(nameof(TakeB)), On<EvRaised>(nameof(Raised)), Refuse] Free }
            private void Go(in EvGo e) { Note("go"); SendExtensions.Send(e.Box, new EvB()); Raise(new EvRaised()); }
            private void Raised() => Note("raised");
            private void TakeA(in EvA e) => Note($"a{e.N}");
            private void TakeB() => Note("b");
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA(1)); box.Send(new EvGo(box));"));

    [Fact]
    public void They_count_towards_the_capacity_and_go_with_the_gobj() => Assert.Equal(
        "Deferred Deferred Error#6 Refused Deferred Destroyed", Lanes.Play("Queued", """
        [GClass(QueueCapacity = 2), Input<EvA>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State { [Defer<EvA>, On<EvC>(Next = Free)] Busy, [On<EvA>(nameof(TakeA)), On<EvC>(Next = Busy)] Free }
            private void TakeA(in EvA e) { Note($"a{e.N}"); if (e.N == 9) Destroy(); }
            //Note
        }
        """, "var box = app.Create<Box>(); for (var i = 1; i < 4; i++) Say(box.Send(new EvA(i))); var other = app.Create<Box>(); Say(other.Send(new EvA(9))); other.Send(new EvA(10)); Trail.Lines!.Add(\"\"); "
        + "other.Send(new EvC()); Trail.Lines!.Remove(\"\"); Trail.Lines!.Remove(\"a9\"); Say(other.Send(new EvC())); Trail.Lines!.Remove(\"Warning#5\");"));

    [Fact]
    public void A_changed_state_brings_them_back_too() => Assert.Equal(
        "before a1 after", Lanes.Play("Queued", """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State { [Defer<EvA>] Busy, [On<EvA>(nameof(TakeA))] Free }
            private void TakeA(in EvA e) => Note($"a{e.N}");
            public void Free() { Note("before"); ChangeState(State.Free); Note("after"); }
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA(1)); box.Free();"));

    [Fact]
    public void An_exception_in_one_is_logged_and_the_others_come() => Assert.Equal(
        "Error#8(on purpose) a2 Handled", Lanes.Play("Queued", """
        [GClass, Input<EvA>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State { [Defer<EvA>, On<EvC>(Next = Free)] Busy, [On<EvA>(nameof(TakeA)), Refuse] Free }
            private void TakeA(in EvA e) { if (e.N == 1) throw new System.InvalidOperationException("on purpose"); Note($"a{e.N}"); }
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA(1)); box.Send(new EvA(2)); Say(box.Send(new EvC()));"));

    [Fact]
    public void One_that_is_deferred_behind_an_exception_is_asked_for_once_in_its_leaf() => Assert.Equal(
        "Error#8(on purpose) asked Handled", Lanes.Play("Queued", """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Defer<EvA>, On<EvC>(Next = Free), Refuse] Busy,
                [On<EvA>(nameof(TakeA)), On<EvB>(nameof(TakeB), When = nameof(IsReady)), Defer<EvB>, Refuse] Free,
            }

            private void TakeA() { Raise(new EvB()); throw new System.InvalidOperationException("on purpose"); }
            private void TakeB() => Note("b");
            private bool IsReady() { Note("asked"); return false; }
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA()); Say(box.Send(new EvC()));"));
}
