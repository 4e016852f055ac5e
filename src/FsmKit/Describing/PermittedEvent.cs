namespace FsmKit;

/// <summary>Row that would take an event now.</summary>
/// <param name="Event">Name of the event.</param>
/// <param name="Answer">Kind of the row; never <see cref="Answer.Refuse"/>.</param>
/// <param name="Guard">
/// Name of a guard that cannot be evaluated without the event; null when the row takes every event of this type. A guard without parameters
/// is evaluated for the description, and its row is listed only if the guard returns true.
/// </param>
/// <param name="Next">Name of the next state; null to stay.</param>
public sealed record PermittedEvent(string Event, Answer Answer, string? Guard, string? Next);
