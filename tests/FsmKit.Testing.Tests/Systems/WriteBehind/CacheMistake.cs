namespace FsmKit.Testing.Tests.Systems.WriteBehind;

/// <summary>Mistakes of a cache with write-behind.</summary>
public enum CacheMistake
{
    /// <summary>No mistake.</summary>
    None,

    /// <summary>Evicts a value that the store does not have yet.</summary>
    EvictsDirty,

    /// <summary>Takes a value for saved when the store has got the one before it.</summary>
    ForgetsOvertaking,

    /// <summary>Takes a write while the value is being loaded, and lets the loaded value replace the written one.</summary>
    LoadsOverWrite,
}
