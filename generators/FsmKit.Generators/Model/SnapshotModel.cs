namespace FsmKit.Generators.Model;

/// <summary>What the snapshots of a gclass hold beside what those of all hold.</summary>
/// <param name="Version">From 1 on.</param>
/// <param name="Json">The expression for the JSON context, or null.</param>
/// <param name="Migrates">Whether the gclass brings older snapshots to its version.</param>
/// <param name="Kept">The kept members.</param>
/// <param name="IsEmpty">Of each input, whether it has no members that would have to be kept.</param>
internal sealed record SnapshotModel(int Version, string? Json, bool Migrates, EquatableArray<KeptModel> Kept, EquatableArray<bool> IsEmpty);

/// <summary>A kept field or property.</summary>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="Type">Its full type, for code.</param>
/// <param name="IsEnum">Whether the value is kept as the name of an enum's member.</param>
internal sealed record KeptModel(string Name, string Type, bool IsEnum);
