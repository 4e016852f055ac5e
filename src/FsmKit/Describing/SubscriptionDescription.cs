namespace FsmKit;

/// <summary>Description of a subscription.</summary>
/// <param name="Event">Name of the event.</param>
/// <param name="Publisher">Full name of the publisher.</param>
/// <param name="Subscriber">Full name of the subscriber; for a delegate, the name of its method.</param>
/// <param name="As">Name of the event that the subscriber gets instead; null for the published event itself.</param>
/// <param name="Delivery">Delivery of the event to the subscriber.</param>
/// <param name="Options">Options of the subscription.</param>
/// <param name="IsFiltered">Whether the subscription has a filter.</param>
public sealed record SubscriptionDescription(
    string Event, string Publisher, string Subscriber, string? As, Delivery Delivery, SubscriptionOptions Options, bool IsFiltered);
