using System.ComponentModel;

namespace FsmKit;

/// <summary>What generated code is to do with the subscribers of each output event: end the subscriptions, or tell which there are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SubscriberVisit : IEquatable<SubscriberVisit>
{
    internal SubscriberVisit(bool force) => Force = force;

    internal SubscriberVisit(List<Subscription> found) => Found = found;

    /// <summary>Whether to end hard subscriptions, too.</summary>
    internal bool Force { get; }

    /// <summary>Where to put the subscriptions; null when they are to end.</summary>
    internal List<Subscription>? Found { get; }

    /// <inheritdoc/>
    public bool Equals(SubscriberVisit other) => Force == other.Force && Found == other.Found;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SubscriberVisit other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Force, Found);
}
