using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>Operation of generated code on the subscribers of each output event: end the subscriptions, or list them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct SubscriberVisit
{
    internal SubscriberVisit(bool force) => Force = force;

    internal SubscriberVisit(List<Subscription> found) => Found = found;

    /// <summary>Whether to end hard subscriptions too.</summary>
    internal bool Force { get; }

    /// <summary>List to which the subscriptions are added; null when they are to end.</summary>
    internal List<Subscription>? Found { get; }
}
