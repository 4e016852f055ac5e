using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>Events of one type with their sources, first in, first out; nothing is boxed.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventFifo<TEvent>
    where TEvent : struct
{
    private readonly Ring<(GObj? Source, TEvent Event)> _ring = new();

    /// <summary>Takes the oldest event; a source that was destroyed meanwhile becomes null.</summary>
    public TEvent Take(out GObj? source) => Take(0, out source);

    /// <summary>Takes the event at a place, counted from the oldest.</summary>
    public TEvent Take(int place, out GObj? source)
    {
        var (from, e) = _ring.TakeAt(place);
        source = from is { IsDestroyed: false } ? from : null;
        return e;
    }

    /// <summary>Puts the newest event to a place, before all that are there and behind it.</summary>
    public void MoveNewest(int place) => _ring.MoveNewest(place);

    internal int Count => _ring.Count;

    /// <summary>The event at a place, counted from the oldest, which stays where it is.</summary>
    internal (GObj? Source, TEvent Event) this[int place] => _ring[place];

    internal void Add(GObj? source, in TEvent e) => _ring.Add((source, e));
}
