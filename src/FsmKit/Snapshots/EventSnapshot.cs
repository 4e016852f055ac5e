namespace FsmKit;

/// <summary>Event in a snapshot that the gobj has not handled yet: a deferred or a posted one.</summary>
/// <param name="Event">Name of the event type. A second input with the same name is <c>Name#2</c>.</param>
/// <param name="Value">Value of the event; null for an event without members.</param>
/// <param name="Source">Sender of the event, as far as a snapshot can keep it. Default <see cref="EventOrigin.Other"/>.</param>
public sealed record EventSnapshot(string Event, SnapshotValue? Value = null, EventOrigin Source = EventOrigin.Other);
