using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>What generated code is to do with the subscribers of each output event: end the subscriptions, or tell which there are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct SubscriberVisit
{
    internal SubscriberVisit(bool force) => Force = force;

    internal SubscriberVisit(List<Subscription> found) => Found = found;

    /// <summary>Whether to end hard subscriptions, too.</summary>
    internal bool Force { get; }

    /// <summary>Where to put the subscriptions; null when they are to end.</summary>
    internal List<Subscription>? Found { get; }
}
