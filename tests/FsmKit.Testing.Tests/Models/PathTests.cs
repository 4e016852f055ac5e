using DoorSample;
using VendingSample;

namespace FsmKit.Testing.Tests.Models;

/// <summary>Paths through tables.</summary>
public sealed class PathTests
{
    [Fact]
    public void One_path_takes_all_rows_of_the_door()
    {
        var paths = MachinePaths.Of<Door>();
        Assert.Empty(paths.Unreached);
        Assert.Equal(
            """
            Closed: EvOpen / AcOpen -> Opened
            Opened: EvClose -> Closed
            Closed: EvClose: ignored
            Closed: EvLock / AcLock -> Locked
            Locked: EvOpen [KeyFits] / AcOpen -> Opened
            """,
            Assert.Single(paths.Paths).ToString());
    }

    [Fact]
    public void The_same_table_has_the_same_paths() => Assert.Equal($"{MachinePaths.Of<VendingMachine>(PathCover.RowPairs)}", $"{MachinePaths.Of<VendingMachine>(PathCover.RowPairs)}");

    [Theory]
    [InlineData(PathCover.States)]
    [InlineData(PathCover.Rows)]
    [InlineData(PathCover.RowsInStates)]
    [InlineData(PathCover.RowPairs)]
    public void Paths_reach_all_of_machines_with_composites_and_go_on_where_they_are(PathCover cover)
    {
        foreach (var machine in new[] { MachineDescription.Of<VendingMachine>(), MachineDescription.Of<Washer>(), MachineDescription.Of<GTimer>() })
        {
            var paths = MachinePaths.Of(machine, cover);
            Assert.Empty(paths.Unreached);
            Assert.All(paths.Paths, path =>
            {
                Assert.Equal(machine.States[machine.Leaves[0]].Name, path.Steps[0].State);
                Assert.All(path.Steps.Zip(path.Steps.Skip(1)), static pair => Assert.Equal(pair.First.Next, pair.Second.State));
            });
            if (cover == PathCover.Rows)
            {
                Assert.Equal(machine.Rows, paths.Paths.SelectMany(static path => path.Steps).Select(static step => step.Row).Distinct().OrderBy(row => Enumerable.Range(0, machine.Rows.Count).First(at => ReferenceEquals(machine.Rows[at], row))));
            }
        }
    }

    [Fact]
    public void A_history_leads_back_to_where_the_path_has_left()
    {
        var steps = MachinePaths.Of<Washer>(PathCover.RowPairs).Paths.SelectMany(static path => path.Steps.Zip(path.Steps.Skip(1)));
        Assert.All(steps.Where(static pair => pair.First.Row.Event == "EvDoor" && pair.First is { State: not "Open", Next: "Open" } && pair.Second.Next != "Open"), static pair => Assert.Equal(pair.First.State, pair.Second.Next));
    }

    [Fact]
    public void What_no_path_reaches_is_told()
    {
        var machine = new MachineDescription
        {
            Name = "Island",
            States = [new("Here", "", [], [], false), new("There", "", [], [], false)],
            Inputs = [new("EvGo", "", false)],
            Rows = [new(0, "EvGo", Answer.Ignore, null, -1, null), new(1, "EvGo", Answer.On, "AcGo", 0, null), new(0, "EvGo", Answer.On, null, 1, null)],
        };
        Assert.Equal(["There: EvGo / AcGo -> Here", "Here: EvGo -> There"], MachinePaths.Of(machine).Unreached);
        Assert.Equal(["There"], MachinePaths.Of(machine, PathCover.States).Unreached);
    }
}
