namespace FsmKit.Testing;

/// <summary>Options of a <see cref="MachineTest"/>. The methods change the options and return them.</summary>
/// <typeparam name="T">The gclass.</typeparam>
public sealed partial class MachineTestOptions<T>
    where T : GObj, IGClass, new()
{
    /// <summary>Things that paths through the table cover, before random events follow. Default: all rows.</summary>
    public PathCover Cover { get; init; } = PathCover.Rows;

    /// <summary>
    /// Maximum number of test runs that search for the events of one path. If none succeeds, the path ends before the step that failed, and
    /// the next path avoids this step. Default 200; 0 tries no paths.
    /// </summary>
    public int Attempts { get; init; } = 200;

    /// <summary>Number of test runs with random events, after the paths. Default 500.</summary>
    public int Sequences { get; init; } = 500;

    /// <summary>Number of events and waits (for time to pass) in each test run with random events. Default 30.</summary>
    public int Length { get; init; } = 30;

    /// <summary>Seed of all random choices: the same seed gives the same test runs. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Whether an event that no guard accepts fails the test run, if the table does not refuse the event by <c>[Refuse]</c>. Default false.
    /// A refusal that the table states never fails the run.
    /// </summary>
    public bool FailOnUnansweredEvent { get; init; }

    /// <summary>
    /// Limit for the number of runs that shorten a failure, as <see cref="ExploreOptions.ShrinkBudget"/> explains. Default 2,000.
    /// </summary>
    public int ShrinkBudget { get; init; } = 2_000;

    /// <summary>Coverage that several tests add to. Null, the default, starts an empty one.</summary>
    public Coverage? Coverage { get; init; }
}
