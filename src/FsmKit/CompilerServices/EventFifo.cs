using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>First-in, first-out queue of the events of one type with their senders. No event is boxed. For generated code.</summary>
/// <typeparam name="TEvent">Type of the event.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventFifo<TEvent>
    where TEvent : struct
{
    private readonly Ring<(GObj? Source, TEvent Event)> _ring = new();

    /// <summary>
    /// Removes and returns the oldest event and its sender. A sender that has been destroyed meanwhile is returned as null.
    /// </summary>
    public TEvent Take(out GObj? source) => Take(0, out source);

    /// <summary>Removes and returns the event at an index and its sender; 0 is the oldest event.</summary>
    public TEvent Take(int place, out GObj? source)
    {
        var (from, e) = _ring.TakeAt(place);
        source = from is { IsDestroyed: false } ? from : null;
        return e;
    }

    /// <summary>Moves the newest event to an index, before the events that are at and after that index.</summary>
    public void MoveNewest(int place) => _ring.MoveNewest(place);

    internal int Count => _ring.Count;

    /// <summary>Returns the event at an index without removing the event; 0 is the oldest event.</summary>
    internal (GObj? Source, TEvent Event) this[int place] => _ring[place];

    internal void Add(GObj? source, in TEvent e) => _ring.Add((source, e));
}
