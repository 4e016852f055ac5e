namespace FsmKit.Mutants.Exploring;

/// <summary>What came of exploring a mutant.</summary>
/// <param name="How">How it was found, or that it was not.</param>
/// <param name="Scenario">The test that failed first, and in which schedule; empty where none did.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record Explored(Finding How, string Scenario, double Seconds);

/// <summary>How a mutant is found.</summary>
internal enum Finding
{
    /// <summary>A test fails.</summary>
    Fails,

    /// <summary>The process ends before its tests do.</summary>
    Crashes,

    /// <summary>The tests do not come to their end.</summary>
    Hangs,

    /// <summary>All tests pass.</summary>
    Survives,
}
