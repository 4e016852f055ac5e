using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>
/// Few paths through the table of a gclass that go over all states, rows, or pairs of rows. A path goes on along the shortest way to what is new, and ends where nothing new is near.
/// The same table has the same paths.
/// </summary>
public sealed class MachinePaths
{
    /// <summary>After so many steps a path ends where it is, and the next one begins at the start.</summary>
    private const int Longest = 40;

    private MachinePaths(IReadOnlyList<MachinePath> paths, IReadOnlyList<string> unreached) => (Paths, Unreached) = (paths, unreached);

    /// <summary>The paths.</summary>
    public IReadOnlyList<MachinePath> Paths { get; }

    /// <summary>The states and rows that no path reaches, whatever the guards say; empty when there are none.</summary>
    public IReadOnlyList<string> Unreached { get; }

    /// <summary>Finds the paths of a gclass.</summary>
    /// <param name="cover">What they go over. Default: all rows.</param>
    public static MachinePaths Of<T>(PathCover cover = PathCover.Rows)
        where T : IGClass => Of(MachineDescription.Of<T>(), cover);

    /// <summary>Finds the paths of a machine.</summary>
    /// <param name="machine">The table.</param>
    /// <param name="cover">What they go over. Default: all rows.</param>
    public static MachinePaths Of(MachineDescription machine, PathCover cover = PathCover.Rows)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var finder = new PathFinder(MachineTable.Of(machine), cover, Longest);
        var paths = new List<MachinePath>();
        while (finder.Next() is { } path)
        {
            paths.Add(path);
            finder.Walked(path.Steps);
        }

        return new MachinePaths(paths, finder.Unreached);
    }

    /// <summary>The paths with a number each, and what they do not reach.</summary>
    public override string ToString() =>
        string.Join("\n\n", Paths.Select(static (path, number) => $"{number + 1}.\n{path}")) + (Unreached.Count == 0 ? "" : $"\n\nNot reached:\n{string.Join('\n', Unreached)}");
}
