namespace FsmKit;

/// <summary>Makes the values of <see cref="EventName{TEvent}"/>.</summary>
public static class EventName
{
    /// <summary>The event as it is: the default.</summary>
    public static EventName<TEvent> Own<TEvent>()
        where TEvent : struct, allows ref struct => EventName<TEvent>.Own;

    /// <summary>The subscriber does not get the event.</summary>
    public static EventName<TEvent> Suppressed<TEvent>()
        where TEvent : struct, allows ref struct => EventName<TEvent>.None;

    /// <summary>The subscriber gets another event, made from this one.</summary>
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
