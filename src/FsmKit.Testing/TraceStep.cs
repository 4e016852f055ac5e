namespace FsmKit.Testing;

/// <summary>Event that a gobj received, or an act of the simulation on a loop, such as <see cref="World.Separate"/>.</summary>
/// <param name="Time">Simulated time of the event since the start of the <see cref="World"/>; in a replay, time of the recording.</param>
/// <param name="Source">
/// The sender: a gobj, <c>(timer)</c>, <c>(network)</c>, <c>(callback)</c>, <c>(world)</c> for the simulation, or <c>(outside)</c>; in a
/// replay also <c>(work)</c> for <see cref="RecordedKind.Result"/> and <c>(own)</c> for <see cref="RecordedKind.Own"/>.
/// </param>
/// <param name="Target">The gobj that received the event, or the loop on which the simulation acted.</param>
/// <param name="Event">Name of the event.</param>
/// <param name="Data">Text of the event with its data; null for a timeout.</param>
/// <param name="Before">The state in which the event came; empty for an act of the simulation.</param>
public sealed record TraceStep(TimeSpan Time, string Source, string Target, string Event, string? Data, string Before)
{
    /// <summary>The state after the event and all events that it caused.</summary>
    public string After { get; internal set; } = Before;

    /// <summary>The outcome; null when the simulated run failed during the event.</summary>
    public Outcome? Outcome { get; internal set; }

    /// <summary>The event, the change of state, and the outcome if it is not <see cref="Outcome.Handled"/>.</summary>
    public string Text => Before.Length == 0
        ? Event
        : $"{Data ?? Event}  {(Before == After ? $"in {Before}" : $"{Before} => {After}")}{(Outcome is null or FsmKit.Outcome.Handled ? "" : $", {Outcome.ToString()!.ToLowerInvariant()}")}";
}
