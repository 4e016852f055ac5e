namespace FsmKit;

/// <summary>A row that would take an event now.</summary>
/// <param name="Event">The name of the event.</param>
/// <param name="Answer">What the row says about the event; never <see cref="Answer.Refuse"/>.</param>
/// <param name="Guard">The guard that only the event itself can be tried with; null when the row takes each event that comes to it. A guard without
/// parameters is asked, and its row is left out when it says no.</param>
/// <param name="Next">The state to go to, by name; null to stay.</param>
public sealed record PermittedEvent(string Event, Answer Answer, string? Guard, string? Next);
