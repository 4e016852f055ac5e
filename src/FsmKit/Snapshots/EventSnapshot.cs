namespace FsmKit;

/// <summary>An event that waits, in a snapshot.</summary>
/// <param name="Event">The name of its type; of a second input of the same name <c>Name#2</c>.</param>
/// <param name="Value">The event itself; null where it has no members.</param>
/// <param name="Source">Whose it is, as far as that can be kept. Default <see cref="EventOrigin.Other"/>.</param>
public sealed record EventSnapshot(string Event, SnapshotValue? Value = null, EventOrigin Source = EventOrigin.Other);
