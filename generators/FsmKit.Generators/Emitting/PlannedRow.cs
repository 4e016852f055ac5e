using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Row as it holds in one leaf, with the states that its transition leaves and enters from there.</summary>
internal sealed class PlannedRow
{
    private readonly StateTree _tree;

    /// <summary>Plans a row.</summary>
    /// <param name="tree">The states.</param>
    /// <param name="number">Number of the row among those of all leaves.</param>
    /// <param name="row">The row as written.</param>
    /// <param name="site">Number of the row among the written ones.</param>
    /// <param name="leaf">The leaf in which the row holds.</param>
    /// <param name="target">The next state, -1 to stay. For a row to a history: the state to enter while there is no history.</param>
    public PlannedRow(StateTree tree, int number, RowModel row, int site, int leaf, int target)
    {
        _tree = tree;
        (Number, Row, Site, Leaf) = (number, row, site, leaf);
        To = target < 0 ? -1 : tree.LeafOf(target);
        Kept = target < 0 ? 0 : tree.Kept(row.Scope, target, row.Reenters);
    }

    /// <summary>Number of the row among those of all leaves.</summary>
    public int Number { get; }

    /// <summary>The row as written.</summary>
    public RowModel Row { get; }

    /// <summary>Number of the row among the written ones.</summary>
    public int Site { get; }

    /// <summary>The leaf in which the row holds.</summary>
    public int Leaf { get; }

    /// <summary>The leaf that the row enters, -1 to stay.</summary>
    public int To { get; }

    /// <summary>Number of states that the transition neither leaves nor enters, counted from the outermost.</summary>
    public int Kept { get; }

    /// <summary>
    /// For a row to a history: the rows that replace it, each with the range of leaves left last. The row itself runs while there is no
    /// history.
    /// </summary>
    public IReadOnlyList<(int First, int Last, PlannedRow Row)> Choices { get; set; } = [];

    /// <summary>Whether the row leaves and enters states.</summary>
    public bool Moves => To >= 0;

    /// <summary>The states that the transition does not leave, outermost first.</summary>
    public IEnumerable<int> Stays => Moves ? _tree.PathOfLeaf(Leaf).Take(Kept) : _tree.PathOfLeaf(Leaf);

    /// <summary>The states that the transition leaves, innermost first.</summary>
    public IEnumerable<int> Leaves => Moves ? _tree.PathOfLeaf(Leaf).Skip(Kept).Reverse() : [];

    /// <summary>The states that the transition enters, outermost first.</summary>
    public IEnumerable<int> Enters => Moves ? _tree.PathOfLeaf(To).Skip(Kept) : [];
}
