namespace FsmKit.Generators.Tests;

/// <summary>Snapshots of older versions.</summary>
public class MigrationTests
{
    private const string Old = """
        [GClass(Version = 1, Json = typeof(ReflectedJson)), Input<EvA>, Input<EvB>]
        public sealed partial class Door : GObj
        {
            [Kept] private int _opened;
            [Kept] private int _unused;
            enum State { [After(100, Next = Open), Defer<EvA>, On<EvB>(Next = Open)] Shut, [On<EvA>(nameof(Ac)), Ignore<EvB>] Open }
            private void Ac(in EvA e) => _opened += e.N + _unused;
        }
        """;

    private static string New(string migrate) => $$"""
        public readonly record struct EvKnock(int N);
        [GClass(Version = 3, Json = typeof(ReflectedJson)), Input<EvKnock>, Input<EvB>]
        public sealed partial class Door : GObj
        {
            [Kept] private int _times;
            enum State { [After(200, Next = Open), Defer<EvKnock>, On<EvB>(Next = Open)] Closed, [On<EvKnock>(nameof(Ac)), Ignore<EvB>] Open }
            private void Ac(in EvKnock e) { _times += e.N; Say(_times); }
            {{migrate}}
        }
        """;

    [Fact]
    public void They_come_step_by_step_to_the_present_one()
    {
        var old = LoadedSnippet.Play(
            Old,
            "var door = app.Create<Door>(\"d\"); door.Send(new EvA(5)); time.Advance(40, app); Say(door.Snapshot().ToJson());");
        Assert.Equal(
            "1 2 Closed 60 6 Open",
            LoadedSnippet.Play(
                New("""
                    private static MachineSnapshot Migrate(MachineSnapshot old)
                    {
                        Say(old.Version);
                        return old.Version == 1
                            ? old.RenameState("Shut", "Closed").Drop("_unused") with { Version = 2 }
                            : old.RenameEvent("EvA", "EvKnock").Drop("_opened").Keep("_times", "1") with { Version = 3 };
                    }
                    """),
                $"var door = app.Restore<Door>(MachineSnapshot.FromJson({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(old, true)})); "
                + "Say(door.StateName); Say(door.Describe().Timeouts[0].Left.TotalMilliseconds); door.Send(new EvB()); Say(door.StateName);"));
    }

    [Theory]
    [InlineData("old", "Door.Migrate got a snapshot of version 1 and gave one of version 1: say old with { Version = 2 } in it.")]
    [InlineData("throw new InvalidOperationException(\"too old\")", "Door.Migrate could not bring the snapshot from version 1 to 3: too old")]
    [InlineData("old with { Version = 9 }", "The snapshot is of version 9 of Door, and this program has version 3: restore it with the program that has taken it, or a newer one.")]
    public void A_Migrate_that_does_not_is_told(string migrate, string message) => Assert.Equal(
        message,
        LoadedSnippet.Play(
            New($"private static MachineSnapshot Migrate(MachineSnapshot old) => {migrate};"),
            "var taken = app.Create<Door>().Snapshot() with { Version = 1 }; Say(Restored.Unfit(() => app.Restore<Door>(taken)));"));

    [Fact]
    public void One_of_the_present_version_is_not_asked() => Assert.Equal(
        "Closed",
        LoadedSnippet.Play(
            New("private static MachineSnapshot Migrate(MachineSnapshot old) => throw new InvalidOperationException();"),
            "Say(Restored.Again(app.Create<Door>()).StateName);"));
}
