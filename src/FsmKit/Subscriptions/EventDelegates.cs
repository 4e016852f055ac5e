namespace FsmKit;

/// <summary>Says whether a subscriber gets this event; without side effects.</summary>
public delegate bool EventFilter<TEvent>(in TEvent e)
    where TEvent : struct, allows ref struct;

/// <summary>Makes the event that a subscriber gets out of the one that was published: GinsFSM's renaming, typed.</summary>
public delegate TTo EventMap<TFrom, TTo>(in TFrom e)
    where TFrom : struct, allows ref struct
    where TTo : struct, allows ref struct;

/// <summary>A subscriber that is no gobj (GinsFSM Deferred). It runs on the publisher's loop.</summary>
public delegate void EventCallback<TEvent>(GObj publisher, in TEvent e)
    where TEvent : struct, allows ref struct;
