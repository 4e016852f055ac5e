using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>Coming to an end: that of a composite (SCXML <c>done.state</c>) and that of the machine.</summary>
public class FinalTests
{
    private const string Parts = """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            private int _times;

            enum State
            {
                [Enter(nameof(InJob)), Exit(nameof(OutJob)), On<EvC>(nameof(Stays))]
                [Done(nameof(Often), When = nameof(IsOften), Next = Rest), Done(nameof(Once), Next = Job)]
                Job,

                [Inside(Job), On<EvA>(nameof(Ac), Next = End), On<EvB>(nameof(Ac), Next = Part), Ignore<EvC>] Doing,
                [Inside(Job)] Part,
                [Inside(Part), On<EvA>(nameof(Ac), Next = PartEnd), Ignore<EvB>] PartDoing,
                [Inside(Part), Final, Enter(nameof(InPartEnd))] PartEnd,
                [Inside(Job), Final, Enter(nameof(InEnd))] End,
                [Refuse] Rest,
            }

            private bool IsOften() => _times > 1;
            private void Ac() => Note("ac");
            private void Stays() => Note("stays");
            private void InJob() => Note("+Job");
            private void OutJob() => Note("-Job");
            private void InEnd() => Note("+End");
            private void InPartEnd() => Note("+PartEnd");
            private void Once() { _times++; Note("once"); }
            private void Often() => Note("often");
            //Note
        }
        """;

    [Fact]
    public void Entering_a_final_state_completes_the_composite_around_it_once() => Lanes.Expect(
        "ac +End -Job once +Job Doing ac +End -Job once +Job Doing ac +End -Job often Rest", Parts,
        "var box = app.Create<Box>(); Trail.Lines!.Clear(); for (var i = 0; i < 3; i++) { box.Send(new EvA()); Say(box.StateName); }");

    [Fact]
    public void A_composite_inside_without_rows_for_that_stays_complete_and_refuses_what_nothing_around_answers() => Lanes.Expect(
        "ac ac +PartEnd PartEnd stays Handled Warning#2 Refused PartEnd", Parts,
        "var box = app.Create<Box>(); box.Send(new EvB()); Trail.Lines!.Clear(); Say(\"ac\"); box.Send(new EvA()); Say(box.StateName); Say(box.Send(new EvC())); Say(box.Send(new EvA())); Say(box.StateName);");

    [Fact]
    public void Completion_comes_behind_what_the_gobj_has_sent_to_itself() => Assert.Equal(
        "enter first done Rest", Lanes.Play("Queued", """
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Done(nameof(IsDone), Next = Rest), On<EvB>(nameof(First))] Job,
                [Inside(Job), On<EvA>(Next = End)] Doing,
                [Inside(Job), Final, Enter(nameof(Enters))] End,
                [Refuse] Rest,
            }

            private void Enters() { Note("enter"); Raise(new EvB()); }
            private void First() => Note("first");
            private void IsDone() => Note("done");
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA()); Say(box.StateName);"));

    [Fact]
    public void Completion_is_asked_once_also_when_a_refused_event_comes_before() => Assert.Equal(
        "Warning#2 done Rest", Lanes.Play("Queued", """
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [Done(nameof(IsDone), Next = Rest)] Job,
                [Inside(Job), On<EvA>(nameof(Ac), Next = End), Refuse] Doing,
                [Inside(Job), Final] End,
                [Refuse] Rest,
            }

            private void Ac() => Raise(new EvB());
            private void IsDone() => Note("done");
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA()); Say(box.StateName);"));

    private const string Ending = """
        [GClass, Input<EvA>, Input<EvB>, On<EvB>(nameof(Ac))]
        public sealed partial class Box : GObj
        {
            enum State
            {
                [On<EvA>(nameof(Ac), Next = End), Exit(nameof(OutIdle))] Idle,
                [Final, Enter(nameof(InEnd))] End,
            }

            private void Ac() => Note("ac");
            private void OutIdle() => Note("-Idle");
            private void InEnd() => Note("+End");
            //Note
        }

        """;

    [Fact]
    public void A_final_state_at_the_top_ends_the_machine() => Lanes.Expect(
        "False -Idle ac +End Handled True Warning#18 Finished Warning#18 Finished End False Destroyed", Ending,
        "var box = app.Create<Box>(); Say(box.IsFinished); Say(box.Send(new EvA())); Say(box.IsFinished); Say(box.Send(new EvB())); Say(box.Send(new EvA())); Say(box.StateName); Say(box.IsDestroyed); "
        + "box.Destroy(); Trail.Lines!.RemoveAll(static line => line.Contains('#') && !line.Contains(\"#18\")); Say(box.Send(new EvA())); Trail.Lines!.RemoveAll(static line => line.Contains(\"#5\"));");

    [Fact]
    public void A_parent_that_declares_the_event_hears_of_it() => Assert.Equal(
        "-Idle ac +End Box:one is in End", LoadedSnippet.Play(LoadedSnippet.Generate(Ending.Edited("//Note", "private static void Note(string line) => Say(line);") + """
        [GClass, Input<EvFinished>]
        public sealed partial class Boss : GObj
        {
            enum State { [On<EvFinished>(nameof(Hears))] Idle }
            private void Hears(in EvFinished e) => Say($"{e.Gobj} is in {e.Gobj.StateName}");
        }
        """, "app.Create<Boss>().Create<Box>(\"one\").Send(new EvA());"), " "));

    [Fact]
    public void A_machine_that_has_ended_goes_nowhere_else() => Lanes.Expect(
        "+End End", """
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(Ac), Next = End)] Idle, [Final, Enter(nameof(InEnd))] End }
            private void Ac() { }
            private void InEnd() => Note("+End");
            public void Leave() => ChangeState(State.Idle);
            //Note
        }
        """, "var box = app.Create<Box>(); box.Send(new EvA()); box.Leave(); Say(box.StateName);");

    [Fact]
    public void Rows_without_an_event_end_with_the_machine() => Lanes.Expect(
        "+End Handled End True Finished", """
        [GClass, Input<EvA>, Always(Next = State.Idle, When = nameof(IsOver))]
        public sealed partial class Box : GObj
        {
            private bool _isOver;
            enum State { [On<EvA>(nameof(Ac), Next = End)] Idle, [Final, Enter(nameof(InEnd))] End }
            private void Ac() => _isOver = true;
            private bool IsOver() => _isOver;
            private void InEnd() => Note("+End");
            //Note
        }
        """, "log.Minimum = Microsoft.Extensions.Logging.LogLevel.Critical; var box = app.Create<Box>(); Say(box.Send(new EvA())); Say(box.StateName); Say(box.IsFinished); Say(box.Send(new EvA()));");
}
