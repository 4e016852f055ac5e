namespace FsmKit.Testing;

/// <summary>
/// Losses, repeats and delays of the events of a <see cref="Link"/>. Without them each event arrives once, and events from one loop to
/// another keep their order. Probabilities go from 0 (never) to 1 (always).
/// </summary>
public sealed record LinkFaults
{
    /// <summary>No faults: each event arrives once.</summary>
    public static LinkFaults None { get; } = new();

    /// <summary>Probability that an event is lost. Default 0.</summary>
    public double Losses { get; init; }

    /// <summary>Probability that an event arrives twice. Default 0.</summary>
    public double Repeats { get; init; }

    /// <summary>
    /// Probability that an event takes a time between <see cref="MinDelay"/> and <see cref="MaxDelay"/>, in which later events can overtake
    /// it. Default 0.
    /// </summary>
    public double Delays { get; init; }

    /// <summary>Minimum delay of a delayed event. Default zero.</summary>
    public TimeSpan MinDelay { get; init; }

    /// <summary>Maximum delay of a delayed event. Default zero, which delays none.</summary>
    public TimeSpan MaxDelay { get; init; }

    /// <summary>Maximum number of losses, repeats and delays of a <see cref="Link"/> together. Default: no limit.</summary>
    public int Most { get; init; } = int.MaxValue;
}
