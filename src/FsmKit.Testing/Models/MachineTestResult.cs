namespace FsmKit.Testing;

/// <summary>Result of a test of a gclass.</summary>
public sealed record MachineTestResult
{
    /// <summary>Number of schedules, the failing one included; the runs of shrinking are not counted.</summary>
    public required int Schedules { get; init; }

    /// <summary>Number of steps of all schedules.</summary>
    public required long Steps { get; init; }

    /// <summary>Duration in system time, without the shrinking.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The paths, each as far as a gobj walked it.</summary>
    public required IReadOnlyList<MachinePath> Paths { get; init; }

    /// <summary>
    /// Things to cover that no path reached, because no way leads there or no event was found for a guard on the way. Random events may
    /// have reached them all the same; see <see cref="Coverage"/>. Empty when all were reached, when no paths were walked, and after a
    /// failure.
    /// </summary>
    public required IReadOnlyList<string> Unreached { get; init; }

    /// <summary>The states, rows and outcomes of guards that were met.</summary>
    public required MachineCoverage Coverage { get; init; }

    /// <summary>The first failure, shrunk; null when no schedule failed.</summary>
    public required SimulationFailure? Failure { get; init; }
}
