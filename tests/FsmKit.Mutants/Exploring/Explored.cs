namespace FsmKit.Mutants.Exploring;

/// <summary>Result of exploring a mutant.</summary>
/// <param name="How">Way in which the mutant was found, or its survival.</param>
/// <param name="Scenario">The test that failed first, and in which schedule; empty where none did.</param>
/// <param name="Seconds">Duration of the exploration, in seconds.</param>
internal sealed record Explored(Finding How, string Scenario, double Seconds);

/// <summary>Ways in which a mutant is found.</summary>
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
