namespace FsmKit;

/// <summary>Copy of a waiting posted event, for a snapshot.</summary>
internal abstract record PostedCopy(GObj? Source);

/// <summary>Copy of a posted event of one type.</summary>
internal sealed record PostedCopy<TEvent>(GObj? Source, TEvent Event) : PostedCopy(Source)
    where TEvent : struct;
