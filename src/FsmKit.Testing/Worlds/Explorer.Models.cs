using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Worlds;

/// <content>Schedules of a <see cref="MachineTest"/>, which chooses them itself.</content>
internal sealed partial class Explorer
{
    /// <summary>Runs one schedule.</summary>
    public World Run(ChoiceRecord choices) => RunOne(choices, recorder: null);

    /// <summary>Repeats a schedule that failed, shrinks it, and keeps its trace.</summary>
    public SimulationFailure ReportFailure(World world, ChoiceRecord choices, int schedule) => Report(world, choices, schedule, Strategy.Random);
}
