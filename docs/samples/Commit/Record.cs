namespace CommitSample;

/// <summary>Names what the coordinator writes into its journal: a byte each, so that no record is torn.</summary>
public enum Record : byte
{
    /// <summary>Nothing was written yet.</summary>
    None,

    /// <summary>The participants are asked. What a crash leaves of a transaction that has only begun is rolled back.</summary>
    Begun,

    /// <summary>It was decided to commit.</summary>
    Commit,

    /// <summary>It was decided to roll back.</summary>
    RollBack,
}
