namespace FsmKit.Generators.Model;

/// <summary>Contents of the snapshots of a gclass beyond those of every gclass.</summary>
/// <param name="Version">Version, at least 1.</param>
/// <param name="Json">Expression for the JSON context; null without one.</param>
/// <param name="Migrates">Whether the gclass converts older snapshots to its version.</param>
/// <param name="Kept">The kept members.</param>
/// <param name="IsEmpty">For each input, whether it has no members to keep.</param>
internal sealed record SnapshotModel(int Version, string? Json, bool Migrates, EquatableArray<KeptModel> Kept, EquatableArray<bool> IsEmpty);

/// <summary>Kept field or property.</summary>
/// <param name="Name">Name, escaped where it is a keyword.</param>
/// <param name="Type">Full name of its type, for code.</param>
/// <param name="IsEnum">Whether the value is kept as the name of an enum member.</param>
internal sealed record KeptModel(string Name, string Type, bool IsEnum);
