namespace FsmKit.Generators.Model;

/// <summary>Treatment of an event that comes while an action runs. It decides the shape of the generated rows.</summary>
internal enum Lane
{
    /// <summary>No event can come, because no action calls code that leads back. Rows need no bookkeeping.</summary>
    Direct,

    /// <summary>The event waits.</summary>
    Queued,

    /// <summary>The event is handled inside the running action.</summary>
    Nested,
}
