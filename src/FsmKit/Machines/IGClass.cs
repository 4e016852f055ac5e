namespace FsmKit;

/// <summary>What the generator adds to every gclass: its description, without an instance. <see cref="MachineDescription.Of{T}"/> reads it.</summary>
public interface IGClass
{
    /// <summary>What the gclass is, as data.</summary>
    static abstract MachineDescription Description { get; }
}
