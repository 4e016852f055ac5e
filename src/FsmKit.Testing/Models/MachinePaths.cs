using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>
/// Small set of paths through the table of a gclass that covers all states, rows, or pairs of rows. A path continues along the shortest way
/// to something that is not covered. It ends where no such way exists, and after about 40 steps. The same table gives the same paths.
/// </summary>
public sealed class MachinePaths
{
    /// <summary>Number of steps after which a path ends and the next one begins at the start.</summary>
    private const int Longest = 40;

    private MachinePaths(IReadOnlyList<MachinePath> paths, IReadOnlyList<string> unreached) => (Paths, Unreached) = (paths, unreached);

    /// <summary>The paths.</summary>
    public IReadOnlyList<MachinePath> Paths { get; }

    /// <summary>
    /// The states and rows that no path reaches, even if each guard could say yes or no at will. Empty when all are reached.
    /// </summary>
    public IReadOnlyList<string> Unreached { get; }

    /// <summary>Finds the paths of a gclass.</summary>
    /// <param name="cover">The things that the paths cover. Default: all rows.</param>
    public static MachinePaths Of<T>(PathCover cover = PathCover.Rows)
        where T : IGClass => Of(MachineDescription.Of<T>(), cover);

    /// <summary>Finds the paths of a machine.</summary>
    /// <param name="machine">Description of the machine.</param>
    /// <param name="cover">The things that the paths cover. Default: all rows.</param>
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

    /// <summary>Formats the paths, numbered from 1, and the things that they do not reach.</summary>
    public override string ToString() =>
        string.Join("\n\n", Paths.Select(static (path, number) => $"{number + 1}.\n{path}")) + (Unreached.Count == 0 ? "" : $"\n\nNot reached:\n{string.Join('\n', Unreached)}");
}
