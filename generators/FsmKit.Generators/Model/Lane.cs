namespace FsmKit.Generators.Model;

/// <summary>What an event finds that comes while an action runs; decides the shape of the generated rows.</summary>
internal enum Lane
{
    /// <summary>None can come: nothing that the actions call leads back. Rows need no bookkeeping.</summary>
    Direct,

    /// <summary>It waits.</summary>
    Queued,

    /// <summary>It is handled inside the running action.</summary>
    Nested,
}
