namespace FsmKit;

/// <summary>Descriptions that no generator writes.</summary>
internal static class MachineDescriptions
{
    /// <summary>Of a gobj without a machine.</summary>
    public static readonly MachineDescription None = new() { Name = nameof(GObj) };

    /// <summary>Of the loop, a gobj whose machine is empty (GinsFSM GAplic).</summary>
    public static readonly MachineDescription Gaplic = new() { Name = nameof(GAplic) };
}
