namespace FsmKit;

/// <summary>
/// Gives the description of a gclass without an instance. The generator implements this interface for every gclass;
/// <see cref="MachineDescription.Of{T}"/> reads it.
/// </summary>
public interface IGClass
{
    /// <summary>Description of the gclass: its states, events, rows and parameters.</summary>
    static abstract MachineDescription Description { get; }
}
