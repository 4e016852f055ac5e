namespace FsmKit.Testing;

/// <summary>Result of a test of a gclass.</summary>
public sealed record MachineTestResult
{
    /// <summary>Number of schedules (test runs), the failing one included. Runs that only shorten a failure are not counted.</summary>
    public required int Schedules { get; init; }

    /// <summary>Number of steps of all test runs together; see <see cref="Exploration.Steps"/>.</summary>
    public required long Steps { get; init; }

    /// <summary>Duration in system time, without the time for shortening a failure.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The paths through the table that the test took. A path that could not be completed is listed up to its last row taken.</summary>
    public required IReadOnlyList<MachinePath> Paths { get; init; }

    /// <summary>
    /// States, rows or pairs of rows (<see cref="PathCover"/>) that no path reached, because no way leads there or no event was found for a
    /// guard on the way. Random events may have reached them nevertheless; see <see cref="Coverage"/>. Empty when all were reached, when no
    /// paths were tried, and after a failure.
    /// </summary>
    public required IReadOnlyList<string> Unreached { get; init; }

    /// <summary>The states, rows and outcomes of guards that were met.</summary>
    public required MachineCoverage Coverage { get; init; }

    /// <summary>The first failure, repeated with as few steps as were found; null when no test run failed.</summary>
    public required SimulationFailure? Failure { get; init; }
}
