using System.Diagnostics;

namespace FsmKit;

/// <summary>What an observer has to know while an event from outside, and all that it causes, is handled.</summary>
/// <param name="Span">The span of the event; null when no listener wants this one.</param>
/// <param name="Current">What was the current activity when it had begun. Another one means that somebody has begun work of his own since.</param>
/// <param name="Poster">Whose child the next event is, as it was posted there.</param>
internal readonly record struct ObservedTurn(Activity? Span, Activity? Current, Activity? Poster);
