namespace FsmKit;

/// <summary>Returns whether a subscriber gets the event. Must have no side effects.</summary>
public delegate bool EventFilter<TEvent>(in TEvent e)
    where TEvent : struct, allows ref struct;

/// <summary>Creates the event for a subscriber from the published event (GinsFSM's renaming, typed).</summary>
public delegate TTo EventMap<TFrom, TTo>(in TFrom e)
    where TFrom : struct, allows ref struct
    where TTo : struct, allows ref struct;

/// <summary>Callback of a subscriber that is no gobj (GinsFSM Deferred). The callback runs on the publisher's loop.</summary>
public delegate void EventCallback<TEvent>(GObj publisher, in TEvent e)
    where TEvent : struct, allows ref struct;
