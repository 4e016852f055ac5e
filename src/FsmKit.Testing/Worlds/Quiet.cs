namespace FsmKit.Testing.Worlds;

/// <summary>Continuation of a schedule when no loop has anything to do.</summary>
internal enum Quiet
{
    /// <summary>The clock moves.</summary>
    Waits,

    /// <summary>An act gave a loop something to do.</summary>
    Acted,

    /// <summary>The schedule ends here, without the check of <see cref="World.Eventually"/>.</summary>
    IsOver,
}
