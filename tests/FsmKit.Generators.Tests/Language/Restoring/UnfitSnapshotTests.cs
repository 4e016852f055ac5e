namespace FsmKit.Generators.Tests;

/// <summary>Snapshots that do not fit. Each exception names the misfit and a remedy. Nothing of the gobj remains.</summary>
[Trait("Category", "Slow")]
public class UnfitSnapshotTests
{
    private const string Raise = " Where the gclass was changed, raise its version and bring old snapshots into the new shape in its Migrate method.";

    private const string Door = """
        public enum Mode { Slow, Fast }
        public readonly record struct EvJob(int Number);
        [GClass(Version = 3, Json = typeof(ReflectedJson)), Input<EvA>, Input<EvB>, Input<EvJob>, Input<EvSpan>]
        public sealed partial class Door : GObj
        {
            [Kept] private int _count;
            [Kept] private Mode _mode;
            enum State
            {
                [After(100, Next = Away), On<EvA>(Next = Away), Refuse] Around,
                [Inside(Around), Defer<EvJob>] One,
                [Inside(Around), Refuse] Two,
                [Inside(Around), History] Was,
                [On<EvB>(Next = Was), Refuse] Away,
            }
            private void Use() => Say(_count + (int)_mode);
        }
        """;

    [Theory]
    [InlineData("with { GClass = \"Lamp\" }", "The snapshot is of the gclass Lamp, and not of Door: restore it with Restore<Lamp>. Where the gclass was renamed, restore snapshot with { GClass = \"Door\" }.")]
    [InlineData("with { Version = 4 }", "The snapshot is of version 4 of Door, and this program has version 3: restore it with the program that has taken it, or a newer one.")]
    [InlineData(
        "with { Version = 2 }",
        "The snapshot is of version 2 of Door, which has version 3 now: add a method private static MachineSnapshot Migrate(MachineSnapshot old) to it that gives a snapshot of a newer version.")]
    [InlineData("with { State = \"Gone\" }", "The snapshot does not fit Door:d in version 3 of Door: the gobj is in the state Gone, which is no state." + Raise)]
    [InlineData(
        "with { State = \"Around\" }",
        "The snapshot does not fit Door:d in version 3 of Door: the gobj is in the state Around, in which no gobj can be: it has states inside, or is a history." + Raise)]
    [InlineData("with { IsFinished = true }", "The snapshot does not fit Door:d in version 3 of Door: the gobj is finished, and its state One is no end." + Raise)]
    [InlineData("with { History = new Dictionary<string, string> { [\"Gone\"] = \"One\" } }", "The snapshot does not fit Door:d in version 3 of Door: there is a history of the state Gone, which is no state." + Raise)]
    [InlineData("with { History = new Dictionary<string, string> { [\"Away\"] = \"One\" } }", "The snapshot does not fit Door:d in version 3 of Door: there is a history of the state Away, which has none." + Raise)]
    [InlineData(
        "with { History = new Dictionary<string, string> { [\"Around\"] = \"Away\" } }",
        "The snapshot does not fit Door:d in version 3 of Door: the state Around was left last from Away, which is not inside of it." + Raise)]
    [InlineData(".Drop(\"_count\")", "The snapshot has nothing for '_count' of Door:d. Where it is new, raise the version of Door and add a value for it in its Migrate method, as in old.Keep(\"name\", \"0\").")]
    [InlineData(".Keep(\"_old\", \"1\")", "The snapshot has '_old', and Door keeps no member of that name. Raise its version and drop the value in its Migrate method, as in old.Drop(\"_old\").")]
    [InlineData(
        ".Keep(\"_mode\", \"\\\"Middle\\\"\")",
        "In the snapshot, '_mode' of Door:d is \"Middle\", which is no Mode. Where that was renamed, raise the version of Door and say so in its Migrate method.")]
    [InlineData("with { Deferred = [new(\"EvGone\")] }", "The snapshot does not fit Door:d in version 3 of Door: the event EvGone waits, which is no input that can wait." + Raise)]
    [InlineData("with { Queued = [new(\"EvSpan\")] }", "The snapshot does not fit Door:d in version 3 of Door: the event EvSpan waits, which is no input that can wait." + Raise)]
    [InlineData("with { Deferred = [new(\"EvJob\")] }", "The snapshot has nothing for the members of EvJob, which waits, of Door:d. Where it is new, raise the version of Door and add a value for it in its Migrate method, as in old.Keep(\"name\", \"0\").")]
    [InlineData(
        "with { Deferred = [new(\"EvA\", new(\"{}\"))] }",
        "In the snapshot, Door:d has deferred EvA, and Door defers it no longer. Raise its version and decide in its Migrate method what becomes of the event.")]
    [InlineData(
        "with { Timeouts = [new() { Left = default, State = \"Away\" }] }",
        "The snapshot does not fit Door:d in version 3 of Door: a timeout of the state Away runs, and the gobj is in One, which is not inside of it." + Raise)]
    [InlineData(
        "with { Timeouts = [new() { Left = default, State = \"Around\", Number = 1 }] }",
        "The snapshot does not fit Door:d in version 3 of Door: timeout 1 of the state Around runs, which has only 1." + Raise)]
    [InlineData("with { Timeouts = [new() { Left = default, Event = \"EvGone\" }] }", "The snapshot does not fit Door:d in version 3 of Door: the event EvGone waits, which is no input that can wait." + Raise)]
    [InlineData(
        "with { Children = [new() { GClass = \"Bell\", Version = 1, Name = \"b\", State = \"None\" }] }",
        "The snapshot of Door:d has a child Bell:b, which its StartUp does not create: override RestoreChild in Door and restore it there, as in Restore<Bell>(child).")]
    public void One_that_does_not_fit_says_why(string change, string message) => Assert.Equal(
        $"{message} 1",
        LoadedSnippet.Play(Door, $"var taken = app.Create<Door>(\"d\").Snapshot(); Say(Restored.Unfit(() => app.Restore<Door>(taken {change}))); Say(app.ChildCount);"));

    [Theory]
    [InlineData(".Keep(\"_count\", \"\\\"many\\\"\")", "In the snapshot, '_count' of Door:d is \"many\", which is no int:", "raise the version of Door and bring old snapshots into the new shape in its Migrate method.")]
    [InlineData("with { Deferred = [new(\"EvJob\", new(\"17\"))] }", "In the snapshot, the event EvJob that waits of Door:d is 17, which is no EvJob:", "Migrate method.")]
    public void A_value_of_another_type_is_told(string change, string begin, string end)
    {
        var message = LoadedSnippet.Play(Door, $"var taken = app.Create<Door>(\"d\").Snapshot(); Say(Restored.Unfit(() => app.Restore<Door>(taken {change})));");
        Assert.StartsWith(begin, message, StringComparison.Ordinal);
        Assert.EndsWith(end, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The text is no snapshot, or it was cut off: ")]
    [InlineData("null", "The text is no snapshot: it is null.")]
    [InlineData("{\"gClass\":\"Door\",\"version\":1,\"state\":\"O", "The text is no snapshot, or it was cut off: ")]
    [InlineData("{\"version\":1,\"state\":\"One\"}", "The text is no snapshot, or it was cut off: ")]
    [InlineData("[]", "The text is no snapshot, or it was cut off: ")]
    public void A_text_that_is_no_snapshot_is_told(string json, string begin) =>
        Assert.StartsWith(begin, Restored.Unfit(() => MachineSnapshot.FromJson(json)), StringComparison.Ordinal);

    [Fact]
    public void What_a_text_leaves_out_is_empty() => Assert.Equal(
        "{\"gClass\":\"Door\",\"version\":1,\"name\":\"\",\"state\":\"One\",\"history\":{},\"kept\":{},\"timeouts\":[],\"deferred\":[],\"queued\":[],\"children\":[]}",
        MachineSnapshot.FromJson("{\"gClass\":\"Door\",\"version\":1,\"state\":\"One\"}").ToJson());
}
