namespace FsmKit;

/// <summary>
/// Marks a sealed partial class as a gclass. The nested <c>State</c> enum of the class is the table from which the generator creates dispatch code.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GClassAttribute : Attribute
{
    /// <summary>
    /// Treatment of an event that arrives while an action of the same gobj is running. Default <see cref="FsmKit.Reentrancy.RunToCompletion"/>.
    /// </summary>
    public Reentrancy Reentrancy { get; set; } = Reentrancy.RunToCompletion;

    /// <summary>
    /// Maximum number of events that wait in one gobj, either until a running action has ended or as deferred events. One more event is
    /// refused, with an error in the log. Default 1024.
    /// </summary>
    public int QueueCapacity { get; set; } = 1024;

    /// <summary>
    /// Version of the data in snapshots of the gclass, from 1 on. Increase the version when older snapshots no longer fit. Default 0: the gclass has
    /// no snapshots and no cost for them.
    /// </summary>
    /// <remarks>Older snapshots are converted by a static method <c>MachineSnapshot Migrate(MachineSnapshot old)</c> of the gclass.</remarks>
    public int Version { get; set; }

    /// <summary>
    /// Type of a <c>JsonSerializerContext</c> that lists the types of the events and of the <see cref="KeptAttribute"/> members in
    /// snapshots. Default null, which is enough for events without members and for members of the simple types that
    /// <see cref="KeptAttribute"/> lists.
    /// </summary>
    public Type? Json { get; set; }
}
