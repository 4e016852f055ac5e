namespace FsmKit.Testing;

/// <summary>Thrown when a simulation finds a failure. The message contains everything that is needed to replay it.</summary>
public sealed class SimulationException : Exception
{
    /// <summary>Creates the exception for a failure.</summary>
    public SimulationException(SimulationFailure failure)
        : base((failure ?? throw new ArgumentNullException(nameof(failure))).ToString(), failure.Exception) => Failure = failure;

    /// <summary>The failure.</summary>
    public SimulationFailure Failure { get; }
}
