using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>Children in snapshots.</summary>
public class RestoredChildrenTests
{
    private const string Hive = """
        public readonly record struct EvFly;
        [GClass(Version = 1), Input<EvFly>]
        public sealed partial class Bee : GObj { [Kept] public int Flights; enum State { [On<EvFly>(nameof(Fly), Next = Out)] Home, [On<EvFly>(Next = Home)] Out } private void Fly() => Flights++; }
        [GClass] public sealed partial class Flower : GObj { }

        [GClass(Version = 1)]
        public sealed partial class Hive : GObj
        {
            protected override void StartUp() { Create<Bee>("queen"); Create<Flower>("rose"); }
            public Bee Grow(string name) => Create<Bee>(name);
            //Restore
        }
        """;

    private const string Grown = "var hive = app.Create<Hive>(\"h\"); ((Bee)hive[\"queen\"]).Send(new EvFly()); hive.Grow(\"b\").Send(new EvFly()); ";

    private const string Told = "Say(string.Join(\",\", hive.Children.Select(static child => child is Bee bee ? $\"{bee}:{bee.StateName}:{bee.Flights}\" : $\"{child}\")));";

    [Fact]
    public void Those_that_StartUp_creates_are_restored_there_and_the_others_where_the_gclass_says() => Assert.Equal(
        "Bee:queen:Out:1,Flower:rose,Bee:b:Out:1",
        LoadedSnippet.Play(
            Hive.Edited("//Restore", "protected override void RestoreChild(MachineSnapshot child) => Restore<Bee>(child);"), Grown + "hive = Restored.Again(hive); " + Told));

    [Fact]
    public void Without_being_asked_for_they_are_made_anew() => Assert.Equal(
        "Bee:queen:Home:0,Flower:rose", LoadedSnippet.Play(Hive, Grown + "hive = app.Restore<Hive>(hive.Snapshot(), \"i\"); " + Told));

    [Fact]
    public void One_that_nothing_restores_undoes_the_parent() => Assert.Equal(
        "MachineSnapshotException 1", LoadedSnippet.Play(Hive, Grown + "Say(Thrown(() => app.Restore<Hive>(hive.Snapshot(children: true), \"i\"))); Say(app.ChildCount);"));

    [Fact]
    public void One_that_does_not_fit_undoes_the_parent() => Assert.Equal(
        "Hive takes no child of version 9 1",
        LoadedSnippet.Play(
            Hive,
            "var hive = app.Create<Hive>(\"h\"); var taken = hive.Snapshot(children: true); taken = taken with { Children = [taken.Children[0] with { Version = 9 }] }; "
            + "Say(Restored.Unfit(() => app.Restore<Hive>(taken, \"i\")).Contains(\"version 9 of Bee\") ? \"Hive takes no child of version 9\" : \"?\"); Say(app.ChildCount);"));
}
