namespace CommitSample;

/// <summary>Record of the journal of the coordinator. A record is one byte, so no record is torn.</summary>
public enum Record : byte
{
    /// <summary>Nothing was written yet.</summary>
    None,

    /// <summary>The participants are asked. After a crash such a transaction is rolled back.</summary>
    Begun,

    /// <summary>The decision is to commit.</summary>
    Commit,

    /// <summary>The decision is to roll back.</summary>
    RollBack,
}
