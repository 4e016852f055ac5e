using System.Diagnostics;

namespace FsmKit;

/// <summary>State of an observer while an event from outside, with all its consequences, is handled.</summary>
/// <param name="Span">Span of the event; null when no listener samples it.</param>
/// <param name="Current">
/// Activity that was current after the start of the span. A different current activity means that application code has started an activity since.
/// </param>
/// <param name="Poster">Activity in which the next event was posted, and whose child its span is; null if there is none.</param>
internal readonly record struct ObservedTurn(Activity? Span, Activity? Current, Activity? Poster);
