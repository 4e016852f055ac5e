namespace FsmKit;

/// <summary>Description of an input or output event of a gclass.</summary>
/// <param name="Name">Name of the event type.</param>
/// <param name="Summary">Summary of the event type, or an empty string.</param>
/// <param name="IsBorrowed">Whether the event borrows memory (a <c>ref struct</c>). Such an event can be neither posted nor queued.</param>
public sealed record EventDescription(string Name, string Summary, bool IsBorrowed);
