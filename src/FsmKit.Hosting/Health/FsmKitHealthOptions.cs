namespace FsmKit.Hosting;

/// <summary>Limits of the health check of loops.</summary>
/// <remarks>The counts of stalls, faults and restarts are those since the check before, so a loop recovers with time.</remarks>
public sealed class FsmKitHealthOptions
{
    /// <summary>Time in which a loop answers a post. Default 1 s. A loop that takes longer is unhealthy.</summary>
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Share of <see cref="GAplicOptions.PostCapacity"/> from which a queue is degraded. Default 0.5. More than 1: never.</summary>
    public double DegradedQueue { get; set; } = 0.5;

    /// <summary>Share of <see cref="GAplicOptions.PostCapacity"/> from which a queue is unhealthy. Default 0.9. More than 1: never.</summary>
    public double UnhealthyQueue { get; set; } = 0.9;

    /// <summary>Number of stalls from which a loop is degraded. Default 1. Zero: never.</summary>
    public int DegradedStalls { get; set; } = 1;

    /// <summary>Number of stalls from which a loop is unhealthy. Default 0: never.</summary>
    public int UnhealthyStalls { get; set; }

    /// <summary>Number of faults, the exceptions that the loop has logged, from which the loop is degraded. Default 1. Zero: never.</summary>
    public int DegradedFaults { get; set; } = 1;

    /// <summary>Number of faults from which the loop is unhealthy. Default 0: never.</summary>
    public int UnhealthyFaults { get; set; }

    /// <summary>Number of restarts after crashes from which a loop is degraded. Default 1. Zero: never.</summary>
    public int DegradedRestarts { get; set; } = 1;

    /// <summary>Names of the loops to check. Empty, the default: all.</summary>
    public ICollection<string> Loops { get; } = [];
}
