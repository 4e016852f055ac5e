namespace FsmKit.Testing.Tests.Samples;

/// <summary>Asserts the findings of the exploration of a sample.</summary>
internal static class SampleSystem
{
    private const int Longest = 30;

    /// <summary>Asserts that no schedule fails.</summary>
    public static Exploration Survives(Action<World> setUp, ExploreOptions options)
    {
        var found = Explore.Run(setUp, options);
        TestContext.Current.SendDiagnosticMessage($"{found.Schedules} schedules, {found.Steps} steps, {found.CutOff} cut off, {found.Elapsed.TotalMilliseconds} ms");
        Assert.Equal(options.Schedules, found.Schedules);
        return found;
    }

    /// <summary>Asserts that a bug is found as one of some kinds of failure, that few events are left of it, and that its choices bring it about again.</summary>
    public static void Finds(Action<World> setUp, ExploreOptions options, params FailureKind[] kinds)
    {
        var found = Explore.Find(setUp, options);
        Assert.NotNull(found.Failure);
        TestContext.Current.SendDiagnosticMessage($"{found.Schedules} schedules, {found.Failure.Trace.Steps.Count} events, {found.Elapsed.TotalMilliseconds} ms\n{found.Failure}");
        Assert.Contains(found.Failure.Kind, kinds);
        Assert.True(found.Failure.Trace.Steps.Count is >= 1 and <= Longest, found.Failure.ToString());
        Assert.Equal(found.Failure.Message, Explore.Replay(found.Failure.Choices, setUp, options)?.Message);
    }
}
