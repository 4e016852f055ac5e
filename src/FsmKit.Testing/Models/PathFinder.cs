namespace FsmKit.Testing.Models;

/// <summary>Finds paths one after the other, each over something that the walked ones did not cover.</summary>
internal sealed class PathFinder(MachineTable table, PathCover cover, int longest)
{
    /// <summary>Number of ways to a step that are tried, when no event is found for the step.</summary>
    private const int MostTries = 16;
    private readonly PathGraph _graph = new(table);
    private readonly PathItems _items = new(table, cover);
    private readonly HashSet<(int, int)> _walked = cover == PathCover.States ? [(0, 0)] : [];
    private readonly HashSet<int> _rows = [];
    private readonly Dictionary<(int Last, int Leaf, int Row), int> _tries = [];
    private readonly List<((int, int) Item, string Name)> _pairs = [];
    private readonly HashSet<(Before Before, int Leaf, int Row)> _shut = [];

    /// <summary>
    /// Descriptions of the things not walked. With pairs of rows: the rows not walked, and the pairs that were tried in vain.
    /// </summary>
    public IReadOnlyList<string> Unreached => cover == PathCover.RowPairs
        ? [.. _items.All().Where(one => !_rows.Contains(one.Item.Item1)).Select(static one => one.Name), .. _pairs.Where(one => !_walked.Contains(one.Item)).Select(static one => one.Name).Distinct()]
        : [.. _items.All().Where(one => !_walked.Contains(one.Item)).Select(static one => one.Name)];

    /// <summary>Returns the next path; null when nothing new can be reached.</summary>
    public MachinePath? Next()
    {
        var (at, steps, seen) = (_graph.Start, new List<PathStep>(), new HashSet<(int, int)>(_walked));
        while (steps.Count < longest && Nearest(at, Before.Of(steps), seen) is { } way)
        {
            foreach (var (row, from, to) in way)
            {
                Note(seen, Before.Of(steps).Row, from.Leaf, row, to.Leaf);
                steps.Add(StepOf(row, from.Leaf, to.Leaf));
                at = to;
            }
        }

        return steps.Count == 0 ? null : new MachinePath(steps);
    }

    /// <summary>Marks the things on walked steps as covered.</summary>
    public void Walked(IEnumerable<PathStep> steps)
    {
        var last = -1;
        foreach (var step in steps)
        {
            Note(_walked, last, step.Leaf, step.Index, step.NextLeaf);
            _rows.Add(step.Index);
            last = step.Index;
        }
    }

    /// <summary>
    /// Marks a step that could not be walked. No path takes it again after the same last two steps, and after sixteen failures no path
    /// takes it at all.
    /// </summary>
    public void Shut(IReadOnlyList<PathStep> walked, PathStep step)
    {
        var before = Before.Of(walked);
        _shut.Add((before, step.Leaf, step.Index));
        _tries[TryOf(before, step.Leaf, step.Index)] = _tries.GetValueOrDefault(TryOf(before, step.Leaf, step.Index)) + 1;
        if (walked.Count > 0)
        {
            _pairs.Add(((walked[^1].Index, step.Index), $"{step} after {walked[^1]}"));
        }
    }

    private bool IsShut(Before before, int leaf, int row) =>
        _shut.Count > 0 && (_shut.Contains((before, leaf, row)) || _tries.GetValueOrDefault(TryOf(before, leaf, row)) >= MostTries);

    private (int Last, int Leaf, int Row) TryOf(Before before, int leaf, int row) => (cover == PathCover.RowPairs ? before.Row : -1, leaf, row);

    private void Note(HashSet<(int, int)> seen, int last, int leaf, int row, int next)
    {
        if (_items.Of(last, leaf, row, next) is { } item)
        {
            seen.Add(item);
        }
    }

    /// <summary>Finds the shortest way whose last step covers something new.</summary>
    private List<(int Row, PathNode From, PathNode To)>? Nearest(PathNode start, Before before, HashSet<(int, int)> seen)
    {
        var begin = new Place(start, before);
        var came = new Dictionary<Place, (Place From, int Row)> { [begin] = (begin, -1) };
        var queue = new Queue<Place>([begin]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var (row, to) in _graph.StepsOf(at.Node))
            {
                if (IsShut(at.Before, at.Node.Leaf, row))
                {
                    continue;
                }

                if (_items.Of(at.Before.Row, at.Node.Leaf, row, to.Leaf) is { } item && !seen.Contains(item))
                {
                    return WayTo(at, begin, came, (row, at.Node, to));
                }

                // The earlier rows matter only for pairs, and where steps are marked as not walkable.
                var next = new Place(to, cover == PathCover.RowPairs || _shut.Count > 0 ? at.Before.Then(row, at.Node.Leaf, _shut.Count > 0) : Before.Nothing);
                if (came.TryAdd(next, (at, row)))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return null;
    }

    private static List<(int Row, PathNode From, PathNode To)> WayTo(Place at, Place begin, Dictionary<Place, (Place From, int Row)> came, (int, PathNode, PathNode) end)
    {
        List<(int, PathNode, PathNode)> way = [end];
        while (at != begin)
        {
            var (from, row) = came[at];
            way.Insert(0, (row, from.Node, at.Node));
            at = from;
        }

        return way;
    }

    private PathStep StepOf(int row, int leaf, int next) =>
        new(table.Machine.StateName(leaf), table.Machine.Rows[row], table.Machine.StateName(next)) { Index = row, Leaf = leaf, NextLeaf = next };

    /// <summary>The last two steps, as far as they matter: their rows, and the leaves in which they were taken.</summary>
    private readonly record struct Before(int Row, int Leaf, int Earlier, int EarlierLeaf)
    {
        public static Before Nothing => new(-1, -1, -1, -1);

        public static Before Of(IReadOnlyList<PathStep> steps) => steps.TakeLast(2).Aggregate(Nothing, static (before, step) => before.Then(step.Index, step.Leaf, keepsEarlier: true));

        public Before Then(int row, int leaf, bool keepsEarlier) => keepsEarlier ? new Before(row, leaf, Row, Leaf) : new Before(row, leaf, -1, -1);
    }

    private readonly record struct Place(PathNode Node, Before Before);
}
