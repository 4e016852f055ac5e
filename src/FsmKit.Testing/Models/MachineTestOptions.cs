namespace FsmKit.Testing;

/// <summary>How a gclass is tested. The methods change the options and return them.</summary>
/// <typeparam name="T">The gclass.</typeparam>
public sealed partial class MachineTestOptions<T>
    where T : GObj, IGClass, new()
{
    /// <summary>What paths through the table go over before events come by chance. Default: all rows.</summary>
    public PathCover Cover { get; init; } = PathCover.Rows;

    /// <summary>How many schedules look for the events that a step of a path takes, until the path goes round it. Default 200; 0 walks no paths.</summary>
    public int Attempts { get; init; } = 200;

    /// <summary>How many schedules have events by chance. Default 500.</summary>
    public int Sequences { get; init; } = 500;

    /// <summary>How many events, or times of waiting, each of those has. Default 30.</summary>
    public int Length { get; init; } = 30;

    /// <summary>Where chance begins: the same seed tests the same. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Whether an event fails the schedule that is refused though the table does not say so: no guard held, and no <c>[Refuse]</c> is near. Default false. Events by chance
    /// are refused rightly where the table says so.
    /// </summary>
    public bool FailOnRefusal { get; init; }

    /// <summary>How many replays the shrinking of a failure takes at most. Default 2,000.</summary>
    public int ShrinkBudget { get; init; } = 2_000;

    /// <summary>Where it is counted what is met, where several tests share that; null begins at nothing.</summary>
    public Coverage? Coverage { get; init; }
}
