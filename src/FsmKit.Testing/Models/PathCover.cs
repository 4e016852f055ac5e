namespace FsmKit.Testing;

/// <summary>Things that paths through the table of a gclass cover.</summary>
public enum PathCover
{
    /// <summary>Each state in which a gobj can be.</summary>
    States,

    /// <summary>Each row as it is written, in one of the states where it holds.</summary>
    Rows,

    /// <summary>Each row in every state where it holds: a row of a composite in each state inside.</summary>
    RowsInStates,

    /// <summary>Each pair of rows that can follow each other.</summary>
    RowPairs,
}
