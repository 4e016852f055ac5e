namespace FsmKit;

/// <summary>Descriptions of gobjs whose class is not generated.</summary>
internal static class MachineDescriptions
{
    /// <summary>Description of a gobj without a machine.</summary>
    public static readonly MachineDescription None = new() { Name = nameof(GObj) };

    /// <summary>Description of the loop, a gobj with an empty machine (GinsFSM GAplic).</summary>
    public static readonly MachineDescription Gaplic = new() { Name = nameof(GAplic) };
}
