namespace FsmKit;

/// <summary>A timeout that runs.</summary>
/// <param name="Event">What the table calls it, as in <c>After(5000)</c>; of a named timeout the name of its event; <c>LoopTimer</c> of a timer that the gobj
/// has made for itself.</param>
/// <param name="State">The state that has it, by name; null of the others.</param>
/// <param name="Left">What is left of it; zero when it is due.</param>
public sealed record TimeoutDescription(string Event, string? State, TimeSpan Left);
