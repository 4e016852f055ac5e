using System.Diagnostics.CodeAnalysis;

namespace FsmKit;

/// <summary>
/// As what a gclass hands one of its output events to its subscriber: under its own name, as another event, or not at all
/// (GinsFSM's <c>…_event_name</c> parameters).
/// </summary>
/// <remarks>
/// It is read when the gobj starts up, and concerns the subscriber that the gobj was created with; subscriptions that are made later say for
/// themselves what they want. As a setting it is the event's own name, or nothing, which suppresses; a null does the same.
/// </remarks>
/// <typeparam name="TEvent">The output event.</typeparam>
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

    /// <summary>The name of the event that the subscriber gets; empty when it gets none.</summary>
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
