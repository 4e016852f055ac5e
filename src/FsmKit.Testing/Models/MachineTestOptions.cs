namespace FsmKit.Testing;

/// <summary>Options of a test of a gclass. The methods change the options and return them.</summary>
/// <typeparam name="T">The gclass.</typeparam>
public sealed partial class MachineTestOptions<T>
    where T : GObj, IGClass, new()
{
    /// <summary>Things that paths through the table cover, before random events follow. Default: all rows.</summary>
    public PathCover Cover { get; init; } = PathCover.Rows;

    /// <summary>
    /// Number of schedules that search for the events of one path, until the path is cut and the next one avoids the step that failed.
    /// Default 200; 0 walks no paths.
    /// </summary>
    public int Attempts { get; init; } = 200;

    /// <summary>Number of schedules with random events. Default 500.</summary>
    public int Sequences { get; init; } = 500;

    /// <summary>Number of events and waits in each schedule with random events. Default 30.</summary>
    public int Length { get; init; } = 30;

    /// <summary>Seed of all random choices: the same seed tests the same. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Whether an event that no guard accepts fails the schedule, if the table does not refuse the event by <c>[Refuse]</c>. Default false.
    /// A refusal that the table states never fails the schedule.
    /// </summary>
    public bool FailOnRefusal { get; init; }

    /// <summary>Maximum number of replays that shrink a failure. Default 2,000.</summary>
    public int ShrinkBudget { get; init; } = 2_000;

    /// <summary>Coverage that several tests add to. Null, the default, starts an empty one.</summary>
    public Coverage? Coverage { get; init; }
}
