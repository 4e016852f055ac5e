namespace FsmKit.Simulations.Failover;

/// <summary>Source of jitter that keeps each pause whole, and reports the pause.</summary>
/// <param name="pauses">Called at each pause.</param>
internal sealed class PauseRandom(Action pauses) : Random
{
    /// <inheritdoc/>
    public override double NextDouble()
    {
        pauses();
        return 1;
    }
}
