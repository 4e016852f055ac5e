namespace FsmKit.Testing;

/// <summary>What paths through the table of a gclass go over.</summary>
public enum PathCover
{
    /// <summary>Goes into each state in which a gobj can be.</summary>
    States,

    /// <summary>Takes each row, as it is written, in one of the states where it holds.</summary>
    Rows,

    /// <summary>Takes each row in every state where it holds: a row of a composite in each state inside.</summary>
    RowsInStates,

    /// <summary>Takes each two rows that can follow each other.</summary>
    RowPairs,
}
