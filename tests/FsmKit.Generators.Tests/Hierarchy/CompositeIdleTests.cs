using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>A composite is silent while nothing is handled in any state inside.</summary>
[Trait("Category", "Slow")]
public class CompositeIdleTests
{
    private const string Line = """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        [On<EvC>(nameof(Any))]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Idle(30, nameof(Quiet), Next = Off), On<EvB>(nameof(Outer))] On,
                [Inside(On), After(20, nameof(Tick), Next = Third), On<EvA>(Next = Second)] First,
                [Inside(On), Idle(25, nameof(Slow)), On<EvA>(nameof(Inner))] Second,
                [Inside(On), Ignore<EvA>, On<EvB>(Next = First)] Third,
                [On<EvA>(Next = On), Ignore<EvB>] Off,
            }

            private void Quiet() => Note("quiet");
            private void Outer() => Note("outer");
            private void Inner() => Note("inner");
            private void Any() => Note("any");
            private void Tick() => Note("tick");
            private void Slow() => Note("slow");
            //Note
        }
        """;

    [Theory]
    [InlineData("EvB", "outer", "First")]
    [InlineData("EvC", "any", "First")]
    public void A_row_around_the_leaf_begins_it_anew(string e, string note, string state) => Lanes.Expect(
        $"{note} {state} tick quiet Off", Line,
        $"var box = app.Create<Box>(); time.Pass(15, app); box.Send(new {e}()); Say(box.StateName); time.Pass(5, app); time.Pass(24, app); time.Pass(1, app); Say(box.StateName);");

    [Fact]
    public void A_change_inside_by_an_event_begins_it_anew_and_one_by_a_timeout_does_not() => Lanes.Expect(
        "tick Third quiet Off", Line,
        "var box = app.Create<Box>(); time.Pass(20, app); Say(box.StateName); time.Pass(9, app); time.Pass(1, app); Say(box.StateName);");

    [Fact]
    public void Each_level_has_its_own() => Lanes.Expect(
        "Second inner slow Second inner slow quiet Off", Line, """
        var box = app.Create<Box>(); time.Pass(15, app); box.Send(new EvA()); Say(box.StateName);
        time.Pass(24, app); box.Send(new EvA()); time.Pass(25, app); Say(box.StateName);
        box.Send(new EvA()); time.Pass(25, app); time.Pass(5, app); Say(box.StateName);
        """);

    [Fact]
    public void A_row_that_changes_the_leaf_keeps_it_running_anew() => Lanes.Expect(
        "tick First tick quiet Off", Line, """
        var box = app.Create<Box>(); time.Pass(20, app); time.Pass(5, app); box.Send(new EvB()); Say(box.StateName);
        time.Pass(20, app); time.Pass(9, app); time.Pass(1, app); Say(box.StateName);
        """);

    [Fact]
    public void Outside_nothing_is_armed() => Lanes.Expect(
        "tick quiet any Off First", Line, """
        var box = app.Create<Box>(); time.Pass(20, app); time.Pass(10, app); box.Send(new EvC()); box.Send(new EvB()); time.Pass(99, app); Say(box.StateName);
        box.Send(new EvA()); time.Pass(19, app); Say(box.StateName);
        """);

    /// <summary>The same where the states to leave and enter are found at run time.</summary>
    [Fact]
    public void Leaf_changes_from_inside_an_action_do_not_count() => Lanes.Expect(
        "inner First tick quiet Off",
        Line.Edited("private void Inner() => Note(\"inner\");", "private void Inner() { Note(\"inner\"); ChangeState(State.First); }"), """
        var box = app.Create<Box>(); box.Send(new EvA()); time.Pass(10, app); box.Send(new EvA()); Say(box.StateName);
        time.Pass(20, app); time.Pass(9, app); time.Pass(1, app); Say(box.StateName);
        """);
}
