namespace FsmKit.Generators.Tests;

public class DestroyTests
{
    private static string Box(string reentrancy, string ac, string exit = "Say(\"out\");") => $$"""
        [GClass(Reentrancy = Reentrancy.{{reentrancy}}), Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Exit(nameof(Out)), On<EvA>(nameof(Ac), Next = S1), On<EvB>(nameof(Ac))] S0,
                [Enter(nameof(In)), After(5, nameof(Late)), On<EvB>(nameof(AcB))] S1,
            }

            private void Ac() { Say("ac"); {{ac}} }
            private void AcB() => Say("b");
            private void Out() { {{exit}} }
            private void In() => Say("in");
            private void Late() => Say("late");
        }
        """;

    [Theory]
    [InlineData("RunToCompletion")]
    [InlineData("Nested")]
    public void After_an_action_that_destroys_nothing_more_runs(string reentrancy) => Assert.Equal(
        "out ac True Handled Warning#5 Destroyed",
        LoadedSnippet.Play(Box(reentrancy, "Destroy(); Say(IsDestroyed);"),
            "var box = app.Create<Box>(); Say(box.Send(new EvA())); time.Pass(9, app); Say(box.Send(new EvB()));"));

    [Theory]
    [InlineData("RunToCompletion")]
    [InlineData("Nested")]
    public void After_an_exit_action_that_destroys_nothing_more_runs(string reentrancy) => Assert.Equal(
        "Handled Warning#5 Destroyed",
        LoadedSnippet.Play(Box(reentrancy, "", "Destroy();"),
            "var box = app.Create<Box>(); Say(box.Send(new EvA())); time.Pass(9, app); Say(box.Send(new EvB()));"));

    [Theory]
    [InlineData("RunToCompletion", "ac Handled")]
    [InlineData("Nested", "ac Handled")]
    public void A_change_of_state_after_the_end_enters_nothing(string reentrancy, string said) => Assert.Equal(
        said,
        LoadedSnippet.Play(Box(reentrancy, "Destroy(); ChangeState(State.S1);", ""), "var box = app.Create<Box>(); Say(box.Send(new EvB())); time.Pass(9, app);"));

    [Theory]
    [InlineData("RunToCompletion", "")]
    [InlineData("RunToCompletion", "ChangeState(State.S0);")]
    [InlineData("Nested", "")]
    public void After_an_entry_or_exit_action_that_destroys_the_next_one_does_not_run(string reentrancy, string late) => Assert.Equal(
        "out Handled in Handled start",
        LoadedSnippet.Play($$"""
            [GClass(Reentrancy = Reentrancy.{{reentrancy}}), Input<EvA>, Input<EvB>]
            public sealed partial class Box : GObj
            {
                enum State
                {
                    [Exit(nameof(Out)), Exit(nameof(Wrong)), On<EvA>(Next = S1)] S0,
                    [Enter(nameof(In)), Enter(nameof(Wrong)), On<EvB>(nameof(Wrong))] S1,
                }

                public bool Survives;
                private void Out() { if (!Survives) { Say("out"); Destroy(); } }
                private void In() { Say("in"); Destroy(); }
                private void Wrong() { if (!Survives || IsDestroyed) { Say("wrong"); } }
                private void Late() { {{late}} }
            }

            [GClass]
            public sealed partial class First : GObj
            {
                enum State { [Enter(nameof(In)), Enter(nameof(Wrong))] S0 }
                private void In() { Say("start"); Destroy(); }
                private void Wrong() => Say("wrong");
            }
            """, """
            Say(app.Create<Box>().Send(new EvA()));
            var box = app.Create<Box>(); box.Survives = true; Say(box.Send(new EvA()));
            app.Create<First>();
            """));

    [Fact]
    public void An_entry_action_that_goes_on_to_another_state_is_the_last_of_its_state() => Assert.Equal(
        "in1 in2 Handled",
        LoadedSnippet.Play("""
            [GClass, Input<EvA>]
            public sealed partial class Box : GObj
            {
                enum State { [On<EvA>(Next = S1)] S0, [Enter(nameof(In1)), Enter(nameof(Wrong))] S1, [Enter(nameof(In2))] S2 }
                private void In1() { Say("in1"); ChangeState(State.S2); }
                private void In2() => Say("in2");
                private void Wrong() => Say("wrong");
            }
            """, "Say(app.Create<Box>().Send(new EvA()));"));

    [Fact]
    public void What_waited_for_it_is_dropped() => Assert.Equal(
        "out ac Queued Handled",
        LoadedSnippet.Play(Box("RunToCompletion", "Say(this.Send(new EvB())); Destroy();"), "Say(app.Create<Box>().Send(new EvA()));"));

    [Fact]
    public void An_event_inside_the_action_that_destroyed_is_answered() => Assert.Equal(
        "out ac Warning#5 Destroyed Handled",
        LoadedSnippet.Play(Box("RunToCompletion", "Destroy(); Say(this.Send(new EvB()));"), "Say(app.Create<Box>().Send(new EvA()));"));

    [Fact]
    public void A_gobj_that_destroys_itself_in_StartUp_enters_nothing() => Assert.Equal(
        "Warning#5 Destroyed",
        LoadedSnippet.Play($$"""
            [GClass, Input<EvA>]
            public sealed partial class Box : GObj
            {
                enum State { [Enter(nameof(In)), On<EvA>] S0 }
                protected override void StartUp() => Destroy();
                private void In() => Say("in");
            }
            """, "Say(app.Create<Box>().Send(new EvA()));"));

    [Fact]
    public void A_gobj_that_was_never_started_says_how_to_make_it()
    {
        var source = $$"""
            [GClass, Input<EvA>]
            public sealed partial class Box : GObj { enum State { [On<EvA>(nameof(Ac))] S0 } private void Ac() => Note("ac"); //Note
            }
            """;
        Lanes.Expect("True GObjException", source, """
            try { new Box().Send(new EvA()); }
            catch (GObjException x) { Say(x.Message.Contains("Create<Box>()")); }
            Say(Thrown(() => new Box().Send(new EvA())));
            """);
    }
}
