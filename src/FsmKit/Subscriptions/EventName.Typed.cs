using System.Diagnostics.CodeAnalysis;

namespace FsmKit;

/// <summary>
/// Delivery of one output event to the default subscriber (<see cref="GObj.Subscriber"/>): unchanged, mapped to another event, or
/// suppressed (GinsFSM's <c>…_event_name</c> parameters).
/// </summary>
/// <remarks>
/// The value is read in the start-up of the gobj and applies to the subscriber with which the gobj was created. Later subscriptions have their own
/// options. In settings, the value is the event's own name, or empty to suppress the event. Null suppresses too.
/// </remarks>
/// <typeparam name="TEvent">Type of the output event.</typeparam>
public sealed class EventName<TEvent> : IParsable<EventName<TEvent>>
    where TEvent : struct, allows ref struct
{
    private readonly string _text;
    private readonly Action<IPublish<TEvent>, GObj>? _subscribe;

    internal EventName(string text, Action<IPublish<TEvent>, GObj>? subscribe)
    {
        _text = text;
        _subscribe = subscribe;
    }

    internal static EventName<TEvent> Own { get; } = new(typeof(TEvent).Name, null);

    internal static EventName<TEvent> None { get; } = new("", null);

    /// <inheritdoc/>
    static EventName<TEvent> IParsable<EventName<TEvent>>.Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var name) ? name : throw new GObjException(
            $"A setting can leave '{typeof(TEvent).Name}' as it is or, with no value, suppress it; renaming needs code: EventName.As.");

    /// <inheritdoc/>
    static bool IParsable<EventName<TEvent>>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out EventName<TEvent> result) =>
        TryParse(s, out result);

    /// <summary>Returns the name of the event that the subscriber gets; empty if the event is suppressed.</summary>
    public override string ToString() => _text;

    internal void Subscribe(IPublish<TEvent> publisher, GObj subscriber) => _subscribe?.Invoke(publisher, subscriber);

    private static bool TryParse(string? text, [NotNullWhen(true)] out EventName<TEvent>? name)
    {
        text = text?.Trim() ?? "";
        name = text.Length == 0 ? None
            : text == typeof(TEvent).Name ? Own
            : null;
        return name is not null;
    }
}
