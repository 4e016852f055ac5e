using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>A row as it holds in one leaf, and what a transition by it leaves and enters from there.</summary>
internal sealed class PlannedRow
{
    private readonly StateTree _tree;

    /// <summary>Plans a row.</summary>
    /// <param name="tree">The states.</param>
    /// <param name="number">Its number among the rows of all leaves.</param>
    /// <param name="row">What is written.</param>
    /// <param name="site">The number of the row among those that are written.</param>
    /// <param name="leaf">The leaf in which it holds.</param>
    /// <param name="target">The state to which it leads, -1 to stay; of a row to a history the one to go to while there is nothing to remember.</param>
    public PlannedRow(StateTree tree, int number, RowModel row, int site, int leaf, int target)
    {
        _tree = tree;
        (Number, Row, Site, Leaf) = (number, row, site, leaf);
        To = target < 0 ? -1 : tree.LeafOf(target);
        Kept = target < 0 ? 0 : tree.Kept(row.Scope, target, row.Reenters);
    }

    /// <summary>Its number among the rows of all leaves.</summary>
    public int Number { get; }

    /// <summary>What is written.</summary>
    public RowModel Row { get; }

    /// <summary>The number of the row among those that are written.</summary>
    public int Site { get; }

    /// <summary>The leaf in which it holds.</summary>
    public int Leaf { get; }

    /// <summary>The leaf to which it leads, -1 to stay.</summary>
    public int To { get; }

    /// <summary>How many of the states around stay as they are in the transition, counted from the outermost.</summary>
    public int Kept { get; }

    /// <summary>
    /// Of a row to a history, the rows that it stands for, each with the leaves of which one was left last. One of them runs in its place, or the row itself where
    /// there is nothing to remember.
    /// </summary>
    public IReadOnlyList<(int First, int Last, PlannedRow Row)> Choices { get; set; } = [];

    /// <summary>Whether it leaves and enters something.</summary>
    public bool Moves => To >= 0;

    /// <summary>The states that stay as they are, outermost first.</summary>
    public IEnumerable<int> Stays => Moves ? _tree.PathOfLeaf(Leaf).Take(Kept) : _tree.PathOfLeaf(Leaf);

    /// <summary>The states that the transition leaves, innermost first.</summary>
    public IEnumerable<int> Leaves => Moves ? _tree.PathOfLeaf(Leaf).Skip(Kept).Reverse() : [];

    /// <summary>The states that it enters, outermost first.</summary>
    public IEnumerable<int> Enters => Moves ? _tree.PathOfLeaf(To).Skip(Kept) : [];
}
