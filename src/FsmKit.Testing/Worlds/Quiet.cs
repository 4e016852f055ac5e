namespace FsmKit.Testing.Worlds;

/// <summary>What comes when no loop of a world has anything to do.</summary>
internal enum Quiet
{
    /// <summary>The clock moves.</summary>
    Waits,

    /// <summary>Something was given to do.</summary>
    Acted,

    /// <summary>The schedule ends here, and is not asked for what comes eventually.</summary>
    IsOver,
}
