namespace FsmKit.Generators.Tests;

public class TimeoutTests
{
    private static string Timeout(string after, string member = "") => $$"""
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            public bool Holds = true;
            public TimeSpan Field = TimeSpan.FromMilliseconds(30);
            {{member}}

            enum State
            {
                [On<EvA>(Next = S1)] S0,
                [{{after}}]
                [On<EvA>(Next = S0), On<EvB>(Next = S1)]
                S1,
            }

            public string Now => CurrentState.ToString();
            private bool MayPass() => Holds;
            private void Ac() => Note("late");
            //Note
        }
        """;

    [Fact]
    public void A_timeout_runs_its_action_and_leads_to_its_state() => Lanes.Expect(
        "S1 late S0", Timeout("After(30, nameof(Ac), Next = S0)"),
        "var box = app.Create<Box>(); box.Send(new EvA()); time.Pass(29, app); Say(box.Now); time.Pass(1, app); Say(box.Now); time.Pass(99, app);");

    [Fact]
    public void Without_a_next_state_it_comes_once() => Lanes.Expect(
        "late S1", Timeout("After(30, nameof(Ac))"), "var box = app.Create<Box>(); box.Send(new EvA()); time.Pass(30, app); time.Pass(99, app); Say(box.Now);");

    [Fact]
    public void Leading_to_its_own_state_it_comes_again_and_again() => Lanes.Expect(
        "late late late", Timeout("After(30, nameof(Ac), Next = S1)"),
        "var box = app.Create<Box>(); box.Send(new EvA()); time.Pass(30, app); time.Pass(30, app); time.Pass(29, app); time.Pass(1, app);");

    [Fact]
    public void It_is_gone_when_the_state_is_left() => Lanes.Expect(
        "S0", Timeout("After(30, nameof(Ac))"), "var box = app.Create<Box>(); box.Send(new EvA()); box.Send(new EvA()); time.Pass(99, app); Say(box.Now);");

    [Fact]
    public void It_begins_again_when_the_state_is_entered_again() => Lanes.Expect(
        "S1 late", Timeout("After(30, nameof(Ac))"),
        "var box = app.Create<Box>(); box.Send(new EvA()); time.Pass(20, app); box.Send(new EvB()); time.Pass(20, app); Say(box.Now); time.Pass(10, app);");

    [Fact]
    public void With_a_guard_that_does_not_hold_it_passes_without_effect() => Lanes.Expect(
        "S1 late S0", Timeout("After(30, nameof(Ac), Next = S0, When = nameof(MayPass))"),
        """
        var box = app.Create<Box>(); box.Holds = false; box.Send(new EvA()); time.Pass(99, app); Say(box.Now);
        box.Holds = true; box.Send(new EvB()); time.Pass(30, app); Say(box.Now);
        """);

    [Theory]
    [InlineData("Field", "")]
    [InlineData("Tell", "private TimeSpan Tell => Field;")]
    [InlineData("Tell", "private TimeSpan Tell() => Field;")]
    [InlineData("Tell", "private static TimeSpan Tell() => TimeSpan.FromMilliseconds(30);")]
    [InlineData("Tell", "[Parameter] public partial TimeSpan Tell { get; set; } = TimeSpan.FromMilliseconds(30);")]
    public void A_member_can_tell_its_length(string name, string member)
    {
        var source = Timeout($"After(nameof({name}), nameof(Ac), Next = S0)", member);
        const string scene = "var box = app.Create<Box>(); box.Send(new EvA()); time.Pass(29, app); Say(box.Now); time.Pass(1, app); Say(box.Now);";
        Assert.Equal("S1 late S0", Lanes.Play("Queued", source, scene));
        Assert.Equal("S1 late S0", Lanes.Play("Nested", source, scene));
    }

    [Theory]
    [InlineData("TimeSpan.Zero")]
    [InlineData("TimeSpan.FromSeconds(-1)")]
    public void A_member_that_tells_no_length_arms_nothing(string length) => Lanes.Expect(
        "S1 late", Timeout("After(nameof(Field), nameof(Ac))"),
        $"var box = app.Create<Box>(); box.Field = {length}; box.Send(new EvA()); time.Pass(99, app); Say(box.Now); "
        + "box.Field = TimeSpan.FromMilliseconds(5); box.Send(new EvB()); time.Pass(5, app);");

    [Fact]
    public void A_member_that_tells_no_length_any_more_leaves_nothing_armed() => Lanes.Expect(
        "S1", Timeout("After(nameof(Field), nameof(Ac))"),
        "var box = app.Create<Box>(); box.Send(new EvA()); box.Field = TimeSpan.Zero; box.Send(new EvB()); time.Pass(99, app); Say(box.Now);");

    [Fact]
    public void The_initial_state_has_its_timeouts_too() => Lanes.Expect(
        "late",
        """
        [GClass]
        public sealed partial class Box : GObj
        {
            enum State { [After(5, nameof(Ac))] S0 }
            private void Ac() => Note("late");
            //Note
        }
        """,
        "app.Create<Box>(); time.Pass(5, app); time.Pass(5, app);");

    [Fact]
    public void Several_timeouts_of_a_state_come_in_their_order() => Lanes.Expect(
        "a b c",
        """
        [GClass]
        public sealed partial class Box : GObj
        {
            enum State { [After(7, nameof(AcB)), After(5, nameof(AcA)), After(7, nameof(AcC))] S0 }
            private void AcA() => Note("a");
            private void AcB() => Note("b");
            private void AcC() => Note("c");
            //Note
        }
        """,
        "app.Create<Box>(); time.Pass(5, app); time.Pass(5, app);");

    [Theory]
    [InlineData(30, 50)]
    [InlineData(50, 30)]
    public void The_timeout_of_the_next_state_counts_from_its_entering(int first, int second) => Lanes.Expect(
        "S1 b S1",
        $$"""
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [After({{first}}, nameof(AcA)), On<EvA>(Next = S1)] S0,
                [After({{second}}, nameof(AcB)), Refuse] S1,
            }

            public string Now => CurrentState.ToString();
            private void AcA() => Note("a");
            private void AcB() => Note("b");
            //Note
        }
        """,
        $$"""
        var box = app.Create<Box>(); time.Pass(20, app); box.Send(new EvA());
        time.Pass({{second}} - 1, app); Say(box.Now); time.Pass(1, app); time.Pass(99, app); Say(box.Now);
        """);

    [Fact]
    public void A_destroyed_gobj_has_none() => Lanes.Expect(
        "", Timeout("After(30, nameof(Ac))"), "var box = app.Create<Box>(); box.Send(new EvA()); box.Destroy(); time.Pass(99, app);");
}
