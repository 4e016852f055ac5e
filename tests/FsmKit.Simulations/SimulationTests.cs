using FsmKit.Simulations.Running;

namespace FsmKit.Simulations;

/// <summary>Each scenario in many schedules: few with a fixed seed, or for as long as the environment asks, with a fresh one.</summary>
public sealed class SimulationTests(ITestOutputHelper output, RowCounts rows) : IClassFixture<RowCounts>
{
    private const ulong FixedSeed = 1;

    private static readonly Campaign? Asked = Campaign.Read();

    [Theory]
    [MemberData(nameof(AllScenarios.Names), MemberType = typeof(AllScenarios))]
    public void No_schedule_of_a_scenario_fails(string name)
    {
        var scenario = AllScenarios.Find(name);
        var report = Asked is { } campaign
            ? Report.Run(scenario, campaign.Seed, int.MaxValue, TimeSpan.FromSeconds(campaign.Seconds / AllScenarios.Count), rows.Counts)
            : Report.Run(scenario, FixedSeed, scenario.Schedules, coverage: rows.Counts);
        output.WriteLine(report);
        TestContext.Current.SendDiagnosticMessage(report);
    }
}
