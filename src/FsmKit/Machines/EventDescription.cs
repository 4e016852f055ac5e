namespace FsmKit;

/// <summary>An input or output event of a gclass.</summary>
/// <param name="Name">The name of its type.</param>
/// <param name="Summary">The summary of its type, or an empty string.</param>
/// <param name="IsBorrowed">Whether it borrows memory (a <c>ref struct</c>) and so can be neither posted nor queued.</param>
public sealed record EventDescription(string Name, string Summary, bool IsBorrowed);
