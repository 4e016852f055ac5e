namespace FsmKit;

/// <summary>A subscription.</summary>
/// <param name="Event">The name of the event.</param>
/// <param name="Publisher">The full name of the publisher.</param>
/// <param name="Subscriber">The full name of the subscriber; of a delegate the name of its method.</param>
/// <param name="As">The name of the event that the subscriber gets instead; null for the event itself.</param>
/// <param name="Delivery">How the event comes to the subscriber.</param>
/// <param name="Options">How the subscription behaves.</param>
/// <param name="IsFiltered">Whether a filter is asked about each event.</param>
public sealed record SubscriptionDescription(
    string Event, string Publisher, string Subscriber, string? As, Delivery Delivery, SubscriptionOptions Options, bool IsFiltered);
