namespace FsmKit.Hosting;

/// <summary>
/// Limits of the health check that <see cref="Microsoft.Extensions.DependencyInjection.FsmKitHealthChecks.AddFsmKit"/> adds.
/// </summary>
/// <remarks>
/// The check counts stalls (<see cref="GAplic.Stalls"/>), exceptions (<see cref="GAplic.Faults"/>) and restarts since the previous check,
/// so a loop becomes healthy again with time.
/// </remarks>
public sealed class FsmKitHealthOptions
{
    /// <summary>
    /// Time in which a loop must run a callback that the check posts. Default 1 s. A loop that takes longer is unhealthy.
    /// </summary>
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Number of waiting posted events from which a loop is degraded, as a share of <see cref="GAplicOptions.PostCapacity"/>. Default 0.5.
    /// More than 1: never.
    /// </summary>
    public double DegradedQueue { get; set; } = 0.5;

    /// <summary>
    /// Number of waiting posted events from which a loop is unhealthy, as a share of <see cref="GAplicOptions.PostCapacity"/>. Default 0.9.
    /// More than 1: never.
    /// </summary>
    public double UnhealthyQueue { get; set; } = 0.9;

    /// <summary>
    /// Number of <see cref="GAplic.Stalls"/> since the previous check from which a loop is degraded. Default 1. Zero: never.
    /// </summary>
    public int DegradedStalls { get; set; } = 1;

    /// <summary>Number of <see cref="GAplic.Stalls"/> since the previous check from which a loop is unhealthy. Default 0: never.</summary>
    public int UnhealthyStalls { get; set; }

    /// <summary>
    /// Number of exceptions that the loop has logged (<see cref="GAplic.Faults"/>) since the previous check, from which the loop is
    /// degraded. Default 1. Zero: never.
    /// </summary>
    public int DegradedFaults { get; set; } = 1;

    /// <summary>
    /// Number of exceptions that the loop has logged (<see cref="GAplic.Faults"/>) since the previous check, from which the loop is
    /// unhealthy. Default 0: never.
    /// </summary>
    public int UnhealthyFaults { get; set; }

    /// <summary>Number of restarts after crashes since the previous check from which a loop is degraded. Default 1. Zero: never.</summary>
    public int DegradedRestarts { get; set; } = 1;

    /// <summary>Names of the loops to check. Empty, the default: all.</summary>
    public ICollection<string> Loops { get; } = [];
}
