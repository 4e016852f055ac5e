namespace FsmKit;

/// <summary>Description of a running timeout.</summary>
/// <param name="Event">
/// Text of a state timeout in the table, as in <c>After(5000)</c>; for a timeout that was started with <c>StartTimer</c>, the name of its
/// event; <c>LoopTimer</c> for a <see cref="LoopTimer"/> that the gobj created itself.
/// </param>
/// <param name="State">Name of the state of the timeout; null for a timeout that belongs to no state.</param>
/// <param name="Left">Time until the timeout is due; zero if it is due already.</param>
public sealed record TimeoutDescription(string Event, string? State, TimeSpan Left);
