namespace FsmKit;

/// <summary>Creates values of <see cref="EventName{TEvent}"/>.</summary>
public static class EventName
{
    /// <summary>Returns the default: the subscriber gets the event unchanged.</summary>
    public static EventName<TEvent> Own<TEvent>()
        where TEvent : struct, allows ref struct => EventName<TEvent>.Own;

    /// <summary>Returns the value that suppresses the event for the subscriber.</summary>
    public static EventName<TEvent> Suppressed<TEvent>()
        where TEvent : struct, allows ref struct => EventName<TEvent>.None;

    /// <summary>Creates a value that gives the subscriber another event, created from the published one.</summary>
    /// <remarks>The start-up of the publisher throws a <see cref="GObjException"/> if the subscriber does not accept <typeparamref name="TTo"/>.</remarks>
    public static EventName<TEvent> As<TEvent, TTo>(EventMap<TEvent, TTo> map)
        where TEvent : struct, allows ref struct
        where TTo : struct, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(map);
        return new EventName<TEvent>(typeof(TTo).Name, (publisher, subscriber) => publisher.SubscribeAs(
            subscriber as IAccept<TTo> ?? throw new GObjException(
                $"{subscriber} cannot get {typeof(TEvent).Name} of {publisher} as {typeof(TTo).Name}, which it does not accept: "
                + $"add [Input<{typeof(TTo).Name}>] to it."),
            map));
    }
}
