using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>The events of named timeouts go through the rows like any other, in each shape of generated code.</summary>
public class NamedTimerTests
{
    private const string Box = """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [On<EvA>(nameof(AcStart)), On<EvB>(nameof(AcDue), Next = S1), On<EvC>(nameof(AcStop))] S0,
                [On<EvB>(nameof(AcAgain)), Ignore<EvA>, On<EvC>(Next = S2)] S1,
                [Refuse] S2,
            }

            private void AcStart(in EvA e) => StartTimer(TimeSpan.FromMilliseconds(10 * e.N), new EvB(e.N));
            private void AcDue(GObj? source, in EvB e) { if (source == this && e.N == 2) { Note("due"); } StartTimer(TimeSpan.FromMilliseconds(5), new EvB()); }
            private void AcAgain() { Note("again"); if (TimeLeft<EvB>() is null) { StartTimer(TimeSpan.FromMilliseconds(5), new EvB()); } }
            private void AcStop() { if (StopTimer<EvB>()) { Note("stopped"); } }
            //Note
        }
        """;

    [Fact]
    public void A_row_takes_it_and_starts_it_again() => Lanes.Expect(
        "S0 due S1 again again S1",
        Box, "var box = app.Create<Box>(); box.Send(new EvA(2)); time.Pass(19, app); Say(box.StateName); time.Pass(1, app); Say(box.StateName); time.Pass(5, app); time.Pass(5, app); Say(box.StateName);");

    [Fact]
    public void It_does_not_ask_what_state_it_was_started_in() => Lanes.Expect(
        "due S2 Warning#2 S2", Box,
        "var box = app.Create<Box>(); box.Send(new EvA(2)); time.Pass(20, app); box.Send(new EvC()); Say(box.StateName); time.Pass(5, app); time.Pass(50, app); Say(box.StateName);");

    [Fact]
    public void Stopped_by_a_row_it_does_not_come() => Lanes.Expect(
        "stopped S0", Box, "var box = app.Create<Box>(); box.Send(new EvA(1)); box.Send(new EvC()); box.Send(new EvC()); time.Pass(99, app); Say(box.StateName);");

    [Fact]
    public void It_can_be_started_before_the_first_state_is_entered() => Lanes.Expect(
        "S0 due S1",
        Box.Edited("private void AcStop", "protected override void StartUp() => StartTimer(TimeSpan.Zero, new EvB(2));\n    private void AcStop"),
        "var box = app.Create<Box>(); Say(box.StateName); app.RunOnce(); Say(box.StateName);");

    /// <summary>An event that an action sends to its own gobj is handled before a timeout, inside the action or behind it.</summary>
    [Theory]
    [InlineData("Queued", "start sent stop")]
    [InlineData("Nested", "start stop sent due")]
    public void What_is_sent_meanwhile_stops_what_is_running_by_then(string lane, string expected) => Assert.Equal(expected, Lanes.Play(
        lane,
        """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(AcStart)), On<EvB>(nameof(AcDue)), On<EvC>(nameof(AcStop))] S0 }

            private void AcStart() { Note("start"); Send(this, new EvC()); Note("sent"); StartTimer(TimeSpan.Zero, new EvB()); }
            private void AcDue() => Note("due");
            private void AcStop() { Note("stop"); StopTimer<EvB>(); }
            //Note
        }
        """,
        "var box = app.Create<Box>(); box.Send(new EvA()); app.RunOnce();"));

    [Fact]
    public void A_trace_tells_its_event_and_row() => Lanes.Expect(
        "Information#1 2026-11-20 10:00:00  -> mach: (Box:), st: S0, ev: (EvB,), ac: AcDue() Information#27 2026-11-20 10:00:00   - mach: (Box:), new_st: S1 due "
        + "Information#28 2026-11-20 10:00:00  <- mach: (Box:), st: S1, ret: Handled",
        Box, "var box = app.Create<Box>(); box.Send(new EvA(2)); log.Minimum = Microsoft.Extensions.Logging.LogLevel.Information; box.TraceMachine = MachineTraceLevel.Events; Trail.Lines!.Clear(); time.Pass(20, app);");
}
