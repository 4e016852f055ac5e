namespace FsmKit.Testing.Tests;

/// <summary>Asserts the findings of an exploration.</summary>
internal static class Found
{
    private const int Budget = 10_000;
    private const int Survived = 5_000;
    private const int MostWays = 1_000_000;
    private const int Longest = 25;

    /// <summary>Asserts that the default options find a bug, and that few events are left of the schedule that found it.</summary>
    public static void ByChance(FailureKind kind, Action<World> setUp, int schedules = Budget, int longest = Longest)
    {
        // The length that is left does not depend on the speed of the machine.
        var found = Explore.Find(setUp, new ExploreOptions { Schedules = schedules, ShrinkTime = TimeSpan.FromMinutes(10) });
        Assert.NotNull(found.Failure);
        TestContext.Current.SendDiagnosticMessage($"{found.Schedules} schedules, {found.Failure.Trace.Steps.Count} events, {found.Elapsed.TotalMilliseconds} ms\n{found.Failure}");
        Assert.Equal(kind, found.Failure.Kind);
        Assert.True(found.Failure.Trace.Steps.Count is var events && events >= 1 && events <= longest, found.Failure.ToString());
    }

    /// <summary>Asserts that no schedule fails, and that each comes to its end.</summary>
    public static void NothingByChance(Action<World> setUp)
    {
        var explored = Explore.Run(setUp, new ExploreOptions { Schedules = Survived });
        TestContext.Current.SendDiagnosticMessage($"{explored.Schedules} schedules, {explored.Elapsed.TotalMilliseconds} ms");
        Assert.Equal((Survived, 0), (explored.Schedules, explored.CutOff));
    }

    /// <summary>Asserts that every way is taken, and that none fails.</summary>
    public static void NothingInAnyWay(Action<World> setUp)
    {
        var explored = Explore.Run(setUp, new ExploreOptions { Schedules = MostWays, Strategy = Strategy.Exhaustive });
        TestContext.Current.SendDiagnosticMessage($"{explored.Schedules} schedules, {explored.Elapsed.TotalMilliseconds} ms");
        Assert.True(explored.IsComplete);
    }
}
