namespace FsmKit.Testing;

/// <summary>What becomes of the events that a <see cref="Link"/> carries. Without any of it each comes once, and those from one loop to another in their order. Probabilities go from 0 (never) to 1 (always).</summary>
public sealed record LinkFaults
{
    /// <summary>Each event comes once.</summary>
    public static LinkFaults None { get; } = new();

    /// <summary>The probability that an event is lost.</summary>
    public double Losses { get; init; }

    /// <summary>The probability that an event comes twice.</summary>
    public double Repeats { get; init; }

    /// <summary>The probability that an event takes a time between <see cref="MinDelay"/> and <see cref="MaxDelay"/>. Others overtake it.</summary>
    public double Delays { get; init; }

    /// <summary>The least delay of an event that is delayed. Default zero.</summary>
    public TimeSpan MinDelay { get; init; }

    /// <summary>The longest delay of an event that is delayed. Default zero, which delays none.</summary>
    public TimeSpan MaxDelay { get; init; }

    /// <summary>How many events of a link are lost, repeated or delayed at most; the others come. Default: all.</summary>
    public int Most { get; init; } = int.MaxValue;
}
