namespace FsmKit;

/// <summary>Marks a sealed partial class as a gclass: its nested <c>State</c> enum is the table that the generator turns into dispatch.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GClassAttribute : Attribute
{
    /// <summary>What happens to an event that arrives while an action of the same gobj is running.</summary>
    public Reentrancy Reentrancy { get; set; } = Reentrancy.RunToCompletion;

    /// <summary>How many events may wait for a busy gobj; one more is refused, with an error in the log. Default 1024.</summary>
    public int QueueCapacity { get; set; } = 1024;

    /// <summary>
    /// The version of what snapshots of the gclass hold, from 1 on; raise it when old ones do not fit any more. Default 0: the gclass takes no snapshots, and pays nothing for
    /// them.
    /// </summary>
    /// <remarks>Older snapshots go through a static method <c>MachineSnapshot Migrate(MachineSnapshot old)</c> of the gclass.</remarks>
    public int Version { get; set; }

    /// <summary>
    /// A <c>JsonSerializerContext</c> that lists the events and the kept members' types of snapshots. Default null: events without members and simple values need none.
    /// </summary>
    public Type? Json { get; set; }
}
