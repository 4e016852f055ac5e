namespace FsmKit.Testing;

/// <summary>What a test of a gclass did and found.</summary>
public sealed record MachineTestResult
{
    /// <summary>How many schedules were run, the failing one included and those of the shrinking not.</summary>
    public required int Schedules { get; init; }

    /// <summary>How many steps they had together.</summary>
    public required long Steps { get; init; }

    /// <summary>How long it took, without the shrinking.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The paths, as far as they were walked on a gobj.</summary>
    public required IReadOnlyList<MachinePath> Paths { get; init; }

    /// <summary>
    /// What no path reached of what paths are to go over: no way leads there, or no event was found that a guard on the way wants. Events by chance may have come there all the
    /// same: <see cref="Coverage"/> tells. Empty when there is nothing, or when a failure ended the test before.
    /// </summary>
    public required IReadOnlyList<string> Unreached { get; init; }

    /// <summary>The states, rows and outcomes of guards that were met.</summary>
    public required MachineCoverage Coverage { get; init; }

    /// <summary>The first failure, shrunk; null when there was none.</summary>
    public required SimulationFailure? Failure { get; init; }
}
