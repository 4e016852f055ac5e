namespace FsmKit.Generators.Tests;

public class NestedTests
{
    private const string Source = """
        [GClass(Reentrancy = Reentrancy.Nested), Input<EvA>, Input<EvB>, Input<EvC>, Input<EvSpan>]
        public sealed partial class Box : GObj
        {
            public Action<Box>? Do;

            enum State
            {
                [Exit(nameof(Out0)), Enter(nameof(In0))]
                [On<EvA>(nameof(AcA), Next = S1), On<EvB>(nameof(AcB)), On<EvC>(nameof(AcA))]
                S0,
                [Exit(nameof(Out1)), Enter(nameof(In1))]
                [On<EvA>(nameof(AcA), Next = S0), On<EvB>(nameof(AcB), Next = S2), On<EvSpan>(nameof(AcSpan))]
                S1,
                [Exit(nameof(Out2)), Enter(nameof(In2)), Refuse]
                S2,
            }

            public string Now => CurrentState.ToString();
            private void AcA() { Say("a<"); Do?.Invoke(this); Say(">a"); }
            private void AcB(in EvB e) => Say($"b{e.N}");
            private void AcSpan(in EvSpan e) => Say("span" + e.Bytes.Length);
            private void Out0() => Say("out0");
            private void In0() => Say("in0");
            private void Out1() => Say("out1");
            private void In1() => Say("in1");
            private void Out2() => Say("out2");
            private void In2() => Say("in2");
        }
        """;

    [Fact]
    public void An_event_inside_an_action_is_handled_at_once_against_the_new_state() => Assert.Equal(
        "in0 out0 a< b1 in2 Handled >a Handled S2",
        LoadedSnippet.Play(Source, "var box = app.Create<Box>(); box.Do = b => Say(b.Send(new EvB(1))); Say(box.Send(new EvA())); Say(box.Now);"));

    [Fact]
    public void Borrowed_memory_passes_through() => Assert.Equal(
        "in0 out0 a< span3 Handled >a in1 Handled S1",
        LoadedSnippet.Play(Source, "var box = app.Create<Box>(); box.Do = b => Say(b.Send(new EvSpan(\"abc\"u8))); Say(box.Send(new EvA())); Say(box.Now);"));

    [Fact]
    public void Nesting_is_depth_first() => Assert.Equal(
        "in0 out0 a< a< a< >a in1 >a >a Handled S1",
        LoadedSnippet.Play(Source, "var box = app.Create<Box>(); var n = 0; box.Do = b => { if (++n < 3) { b.Send(new EvA()); } }; Say(box.Send(new EvA())); Say(box.Now);"));

    [Fact]
    public void In_a_row_that_stays_the_nested_transition_is_whole() => Assert.Equal(
        "in0 a< out0 a< >a in1 Handled >a Handled S1",
        LoadedSnippet.Play(Source, "var box = app.Create<Box>(); box.Do = b => { b.Do = null; Say(b.Send(new EvA())); }; Say(box.Send(new EvC())); Say(box.Now);"));

    [Fact]
    public void An_exception_reaches_the_sender_and_leaves_a_machine_that_works() => Assert.Equal(
        "in0 out0 a< in1 oh S1 out1 a< >a in0 Handled",
        LoadedSnippet.Play(Source, """
            var box = app.Create<Box>();
            box.Do = b => throw new InvalidOperationException("oh");
            Say(Thrown(() => box.Send(new EvA()))); Say(box.Now); box.Do = null; Say(box.Send(new EvA()));
            """));

    [Theory]
    [InlineData("[On<EvA>(nameof(Ac))]", "private void Ac() => this.Send(new EvA());")]
    [InlineData("[On<EvA>(nameof(Ac), Next = S0)]", "private void Ac() => this.Send(new EvA());")]
    [InlineData("[On<EvA>(Next = S0), Enter(nameof(Ac))]", "private void Ac() { if (Armed) { this.Send(new EvA()); } }")]
    public void Endless_nesting_ends_in_an_exception_not_in_the_end_of_the_process(string row, string action) => Assert.Equal(
        "GObjException alive",
        LoadedSnippet.Play($$"""
            [GClass(Reentrancy = Reentrancy.Nested), Input<EvA>]
            public sealed partial class Box : GObj
            {
                public bool Armed;
                enum State { {{row}} S0 }
                {{action}}
            }
            """, "var box = app.Create<Box>(); box.Armed = true; Say(Thrown(() => box.Send(new EvA()))); Say(\"alive\");"));

    [Fact]
    public void An_exit_action_runs_once_also_when_it_sends_something() => Assert.Equal(
        "out< b1 >out in1 Handled",
        LoadedSnippet.Play("""
            [GClass(Reentrancy = Reentrancy.Nested), Input<EvA>, Input<EvB>]
            public sealed partial class Box : GObj
            {
                enum State { [Exit(nameof(Out)), On<EvA>(Next = S1), On<EvB>(nameof(AcB))] S0, [Enter(nameof(In)), Refuse] S1 }
                private void Out() { Say("out<"); this.Send(new EvB(1)); Say(">out"); }
                private void AcB(in EvB e) => Say("b" + e.N);
                private void In() => Say("in1");
            }
            """, "Say(app.Create<Box>().Send(new EvA()));"));

    [Fact]
    public void An_exit_action_that_leads_elsewhere_hands_the_leaving_over() => Assert.Equal(
        "out< in2 Handled >out Handled S2 late",
        LoadedSnippet.Play("""
            [GClass(Reentrancy = Reentrancy.Nested), Input<EvA>, Input<EvB>]
            public sealed partial class Box : GObj
            {
                enum State
                {
                    [Exit(nameof(Out)), On<EvA>(nameof(Never), Next = S1), On<EvB>(Next = S2)] S0,
                    [Enter(nameof(Never)), Refuse] S1,
                    [Enter(nameof(In2)), After(5, nameof(AcLate)), Refuse] S2,
                }

                public string Now => CurrentState.ToString();
                private void Out() { Say("out<"); Say(this.Send(new EvB())); Say(">out"); }
                private void In2() => Say("in2");
                private void AcLate() => Say("late");
                private void Never() => Say("never");
            }
            """, "var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.Now); time.Pass(5, app);"));
}
