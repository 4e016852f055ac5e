namespace FsmKit.Testing;

/// <summary>A simulation found a failure. The message has all that is needed to replay it.</summary>
public sealed class SimulationException : Exception
{
    /// <summary>Throws what an exploration has found.</summary>
    public SimulationException(SimulationFailure failure)
        : base((failure ?? throw new ArgumentNullException(nameof(failure))).ToString(), failure.Exception) => Failure = failure;

    /// <summary>What failed.</summary>
    public SimulationFailure Failure { get; }
}
