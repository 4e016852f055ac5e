namespace FsmKit.Testing;

/// <summary>Things that paths through the table of a gclass cover.</summary>
public enum PathCover
{
    /// <summary>Each state in which a gobj can be.</summary>
    States,

    /// <summary>Each row of the table, in one of the states where it applies.</summary>
    Rows,

    /// <summary>Each row of the table in every state where it applies: a row of a state with inner states in each of these.</summary>
    RowsInStates,

    /// <summary>Each pair of rows that can follow each other.</summary>
    RowPairs,
}
