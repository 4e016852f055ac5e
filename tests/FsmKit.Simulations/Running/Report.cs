namespace FsmKit.Simulations.Running;

/// <summary>Runs a scenario and puts the result into words.</summary>
internal static class Report
{
    /// <summary>Explores a scenario; fails the test with all that replays a failure.</summary>
    /// <returns>Number of schedules and steps, as text.</returns>
    public static string Run(Scenario scenario, ulong seed, int schedules, TimeSpan? time = null, Coverage? coverage = null)
    {
        var found = Explore.Find(scenario.SetUp, scenario.Options with { Seed = seed, Schedules = schedules, Time = time, ShrinkBudget = 150, Coverage = coverage });
        Assert.True(found.Failure is null, $"{scenario.Name}, seed {seed}: {found.Failure}\n{found.Failure?.Exception}");
        Assert.True(found.CutOff == 0, $"{scenario.Name}, seed {seed}: {found.CutOff} of {found.Schedules} schedules did not come to an end.");
        return $"{scenario.Name}: seed {seed}, {found.Schedules} schedules, {found.Steps} steps, {found.Schedules / Math.Max(0.001, found.Elapsed.TotalSeconds):0} schedules/s";
    }
}
