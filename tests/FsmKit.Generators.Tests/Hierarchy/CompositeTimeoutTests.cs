namespace FsmKit.Generators.Tests;

/// <summary>The timeouts of composites run on while states inside come and go.</summary>
public class CompositeTimeoutTests
{
    private const string Shift = """
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [After(100, nameof(Over), Next = Off), After(30, nameof(Tick)), On<EvB>(Next = Off)] On,
                [Inside(On), After(40, nameof(Slow), Next = Busy), On<EvA>(Next = Busy)] Idle,
                [Inside(On), On<EvA>(Next = Idle)] Busy,
                [After(50, nameof(Wake), Next = Busy), Ignore<EvA>, Ignore<EvB>] Off,
            }

            private void Over() => Note("over");
            private void Tick() => Note("tick");
            private void Slow() => Note("slow");
            private void Wake() => Note("wake");
            //Note
        }
        """;

    [Fact]
    public void They_are_armed_with_the_composite_and_gone_with_it() => Lanes.Expect(
        "tick Idle slow Busy over Off wake Busy tick Busy Off Off", Shift, """
        var box = app.Create<Box>();
        time.Advance(30, app); Say(box.StateName);
        time.Advance(10, app); Say(box.StateName);
        time.Advance(60, app); Say(box.StateName);
        time.Advance(50, app); Say(box.StateName);
        time.Advance(30, app); Say(box.StateName);
        box.Send(new EvB()); Say(box.StateName);
        time.Advance(49, app); Say(box.StateName);
        """);

    [Fact]
    public void A_change_inside_does_not_begin_them_anew() => Lanes.Expect(
        "tick over Off", Shift, """
        var box = app.Create<Box>();
        for (var i = 0; i < 10; i++) { time.Advance(10, app); box.Send(new EvA()); }
        Say(box.StateName);
        """);
}
