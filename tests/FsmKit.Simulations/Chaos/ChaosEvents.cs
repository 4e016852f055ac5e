namespace FsmKit.Simulations.Chaos;

/// <summary>Do something.</summary>
public readonly record struct EvAct;

/// <summary>How the gsocks of a schedule are set.</summary>
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

    /// <summary>How much one call hands to the system.</summary>
    public int SendBytes { get; }

    /// <summary>Whether what does not fit is refused.</summary>
    public bool Refuses { get; }

    /// <summary>How much may wait.</summary>
    public int Overflow { get; }

    /// <summary>From where on that is told.</summary>
    public int HighWater { get; }

    /// <summary>How long a connection lingers.</summary>
    public TimeSpan Linger { get; }

    /// <summary>How long a connection may be idle.</summary>
    public TimeSpan Idle { get; }
}
