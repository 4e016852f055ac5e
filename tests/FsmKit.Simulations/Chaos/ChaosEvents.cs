namespace FsmKit.Simulations.Chaos;

/// <summary>Orders the next action.</summary>
public readonly record struct EvAct;

/// <summary>Settings of the gsocks of a schedule.</summary>
public sealed record ChaosSettings
{
    /// <summary>Makes settings of the schedule's choice.</summary>
    public ChaosSettings(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        (IsHalfOpen, SendBytes, Refuses) = (world.Choose(), world.Choose(0, 700), world.Choose());
        (Overflow, HighWater) = (world.Choose(1_000_000, 30_000), world.Choose(65_536, 2000));
        (Linger, Idle) = (TimeSpan.FromMilliseconds(world.Choose(5000, 60)), TimeSpan.FromMilliseconds(world.Choose(0, 0, 40)));
    }

    /// <summary>Whether connections may be half open.</summary>
    public bool IsHalfOpen { get; }

    /// <summary>Largest number of bytes that one call hands to the system.</summary>
    public int SendBytes { get; }

    /// <summary>Whether a gsock refuses output that does not fit.</summary>
    public bool Refuses { get; }

    /// <summary>Largest number of bytes that may wait.</summary>
    public int Overflow { get; }

    /// <summary>Number of waiting bytes at which high water is told.</summary>
    public int HighWater { get; }

    /// <summary>Linger time of a connection.</summary>
    public TimeSpan Linger { get; }

    /// <summary>Idle time after which a connection ends.</summary>
    public TimeSpan Idle { get; }
}
