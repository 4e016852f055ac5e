namespace FsmKit;

/// <summary>A posted event that waits, copied for a snapshot.</summary>
internal abstract record PostedCopy(GObj? Source);

/// <summary>One of an event type.</summary>
internal sealed record PostedCopy<TEvent>(GObj? Source, TEvent Event) : PostedCopy(Source)
    where TEvent : struct;
