namespace FsmKit;

/// <summary>Marks a sealed partial class as a gclass: its nested <c>State</c> enum is the table that the generator turns into dispatch.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GClassAttribute : Attribute
{
    /// <summary>What happens to an event that arrives while an action of the same gobj is running.</summary>
    public Reentrancy Reentrancy { get; set; } = Reentrancy.RunToCompletion;

    /// <summary>How many events may wait for a busy gobj; one more is refused, with an error in the log. Default 1024.</summary>
    public int QueueCapacity { get; set; } = 1024;
}
