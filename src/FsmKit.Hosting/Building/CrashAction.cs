namespace FsmKit.Hosting;

/// <summary>Reaction of the host to a loop that has crashed.</summary>
public enum CrashAction : byte
{
    /// <summary>
    /// The host stops, and its <c>Run</c> throws an <see cref="FsmKitLoopException"/> with the exception of the loop inside, so that the
    /// process ends with an error.
    /// </summary>
    StopHost,

    /// <summary>The loop starts again with a new tree, after a pause that grows from crash to crash.</summary>
    Restart,
}
