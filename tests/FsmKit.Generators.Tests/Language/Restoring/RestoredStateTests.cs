using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>State and histories of a restored machine.</summary>
[Trait("Category", "Slow")]
public class RestoredStateTests
{
    private const string Box = """
        [GClass(Version = 1), Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            [Kept] private int _count;
            enum State
            {
                [Enter(nameof(InOut)), On<EvA>(nameof(Ac), Next = Around), On<EvB>(nameof(Ac), Next = Was), On<EvC>(nameof(Ac), Next = WasAt)] Out,
                [Enter(nameof(InAround)), Exit(nameof(OutAround)), On<EvA>(nameof(Ac), Next = Out)] Around,
                [Inside(Around), Enter(nameof(InOne)), Exit(nameof(OutOne)), On<EvB>(Next = Two), Ignore<EvC>] One,
                [Inside(Around), Enter(nameof(InTwo)), Exit(nameof(OutTwo)), On<EvC>(Next = Deeper)] Two,
                [Inside(Two), Enter(nameof(InDeep)), Ignore<EvB>] Deep,
                [Inside(Two), Enter(nameof(InDeeper)), Exit(nameof(OutDeeper)), Ignore<EvB>] Deeper,
                [Inside(Around), History] Was,
                [Inside(Around), History(Deep = true)] WasAt,
            }

            private void Ac() { _count++; Note("ac"); }
            private void InOut() => Note("+Out");
            private void InAround() => Note("+Around");
            private void OutAround() => Note("-Around");
            private void InOne() => Note("+One");
            private void OutOne() => Note("-One");
            private void InTwo() => Note("+Two");
            private void OutTwo() => Note("-Two");
            private void InDeep() => Note("+Deep");
            private void InDeeper() => Note("+Deeper");
            private void OutDeeper() => Note("-Deeper");
            //Note
        }
        """;

    [Fact]
    public void No_entry_action_runs_and_what_is_left_next_is_left_once() => Lanes.Expect(
        "Deeper -Deeper -Two -Around ac +Out Out",
        Box,
        """
        var box = app.Create<Box>("box"); box.Send(new EvA()); box.Send(new EvB()); box.Send(new EvC()); Trail.Lines!.Clear();
        box = Restored.Again(box); Say(box.StateName); box.Send(new EvA()); Say(box.StateName);
        """);

    [Theory]
    [InlineData("box.Send(new EvB())", "ac +Around +Two +Deep Deep")]
    [InlineData("box.Send(new EvC())", "ac +Around +Two +Deeper Deeper")]
    public void A_composite_is_entered_where_it_was_left_before_the_snapshot(string send, string expected) => Lanes.Expect(
        expected,
        Box,
        $$"""
        var box = app.Create<Box>(); box.Send(new EvA()); box.Send(new EvB()); box.Send(new EvC()); box.Send(new EvA()); Trail.Lines!.Clear();
        box = Restored.Again(box); {{send}}; Say(box.StateName);
        """);

    [Fact]
    public void A_machine_whose_actions_change_the_state_knows_what_it_has_entered() => Lanes.Expect(
        "Deeper -Deeper -Two -Around +Out Out",
        Box.Edited("Ignore<EvC>]", "On<EvC>(nameof(Move))]").Edited("Ac()", "Move() => ChangeState(State.Deeper); private void Ac()")
            .Edited("Note(\"ac\");", ""),
        """
        var box = app.Create<Box>("box"); box.Send(new EvA()); box.Send(new EvC()); Trail.Lines!.Clear();
        box = Restored.Again(box); Say(box.StateName); box.Send(new EvA()); Say(box.StateName);
        """);

    [Fact]
    public void A_machine_that_has_come_to_its_end_stays_there() => Lanes.Expect(
        "Over True Warning#18 Finished",
        "[GClass(Version = 1), Input<EvA>] public sealed partial class Fuse : GObj { enum State { [On<EvA>(Next = Over)] Whole, [Final] Over } }",
        """
        var fuse = app.Create<Fuse>(); fuse.Send(new EvA()); fuse = Restored.Again(fuse);
        Say(fuse.StateName); Say(fuse.IsFinished); Say(fuse.Send(new EvA()));
        """,
        "Direct");

    [Fact]
    public void A_composite_that_is_complete_is_asked_for_its_done_rows_when_it_is_back() => Lanes.Expect(
        "done Ready",
        """
        [GClass(Version = 1), Input<EvA>]
        public sealed partial class Wash : GObj
        {
            enum State { [Done(nameof(Ac), Next = Ready)] Washing, [Inside(Washing), On<EvA>(Next = Dry)] Spin, [Inside(Washing), Final] Dry, [Refuse] Ready }
            private void Ac() => Note("done");
            //Note
        }
        """,
        """
        var wash = app.Create<Wash>(); var complete = wash.Snapshot() with { State = "Dry", IsCompleted = true };
        wash = app.Restore<Wash>(complete, "again"); Say(wash.StateName);
        """,
        "Queued");

    [Fact]
    public void Kept_members_are_back_before_StartUp_and_their_names_are_those_of_the_source() => Assert.Equal(
        "start 0 False start 7 True {\"_count\":7,\"Mode\":\"Fast\",\"Text\":null,\"List\":[1,2],\"At\":\"00:00:05\",\"Weight\":1.5} 7 Fast null 1,2 00:00:05 1.5",
        LoadedSnippet.Play(
            """
            public enum Mode { Slow, Fast }
            [GClass(Version = 1, Json = typeof(ReflectedJson)), Input<EvA>]
            public sealed partial class Bag : GObj
            {
                [Kept] private int _count;
                [Kept] public Mode Mode { get; private set; }
                [Kept] public string? Text { get; set; }
                [Kept] public List<int> List { get; private set; } = [];
                [Kept, Parameter] public partial TimeSpan At { get; set; }
                [Kept] private double? Weight { get; set; }
                enum State { [On<EvA>(nameof(Ac))] Only }
                protected override void StartUp() => Say($"start {_count} {IsRestoring}");
                private void Ac() { _count = 7; Mode = Mode.Fast; List.AddRange([1, 2]); At = TimeSpan.FromSeconds(5); Weight = 1.5; }
                public void Tell() { Say(_count); Say(Mode); Say(Text); Say(string.Join(",", List)); Say(At); Say(Weight); }
            }
            """,
            """
            var bag = app.Create<Bag>(); bag.Send(new EvA()); bag = Restored.Again(bag);
            var json = bag.Snapshot().ToJson(); var at = json.IndexOf("\"kept\":") + 7; Say(json[at..(json.IndexOf('}', at) + 1)]); bag.Tell();
            """));

    [Fact]
    public void A_machine_without_a_table_keeps_its_members() => Assert.Equal(
        "3",
        LoadedSnippet.Play(
            "[GClass(Version = 2)] public sealed partial class Sheet : GObj { [Kept] public int Page; }",
            "var sheet = app.Create<Sheet>(); sheet.Page = 3; Say(Restored.Again(sheet).Page);"));
}
