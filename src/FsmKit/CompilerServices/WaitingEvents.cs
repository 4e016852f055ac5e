using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>
/// The events that one gobj keeps: until it is free, or until its leaf has changed. The generator derives a class per gclass with one
/// <see cref="EventFifo{TEvent}"/> per kept input; here is the order in which they came.
/// </summary>
/// <param name="capacity">How many a gobj may keep.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WaitingEvents(int capacity)
{
    private readonly Ring<int> _order = new();

    // Of deferred events: the leaf in which those before the next one have been asked for already.
    private int _leaf;
    private int _next;
    private bool _retries;
    private bool _isDeferredAgain;

    /// <summary>How many are kept.</summary>
    public int Count => _order.Count;

    /// <summary>How many a gobj may keep.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>The inputs of what is waiting, as indices, the oldest first.</summary>
    internal IEnumerable<int> Order => Enumerable.Range(0, Count).Select(place => _order[place]);

    /// <summary>Takes the index of the input whose queue holds the oldest event.</summary>
    public int Next() => _order.TakeAt(0);

    /// <summary>Goes on with the deferred events, or begins with the oldest when the leaf is another one than the last time.</summary>
    /// <returns>Index of the input of the next one, -1 when there is none.</returns>
    public int BeginRetry(int leaf)
    {
        if (_leaf != leaf)
        {
            (_leaf, _next) = (leaf, 0);
        }

        return _next < Count ? _order[_next] : -1;
    }

    /// <summary>Leaves the next one where it is, as the leaf defers its input.</summary>
    public void Skip() => _next++;

    /// <summary>Takes the next one. Whether it is deferred again, <see cref="EndRetry"/> tells.</summary>
    /// <returns>Its place in the queue of its input.</returns>
    public int Retry()
    {
        (_retries, _isDeferredAgain) = (true, false);
        var place = 0;
        for (var i = 0; i < _next; i++)
        {
            place += _order[i] == _order[_next] ? 1 : 0;
        }

        _order.TakeAt(_next);
        return place;
    }

    /// <summary>Tells whether it was deferred again and goes back to its place.</summary>
    /// <remarks>The outcome does not tell it: that may be of a gobj to which the event was forwarded.</remarks>
    public bool EndRetry()
    {
        _retries = false;
        if (!_isDeferredAgain)
        {
            return false;
        }

        _order.MoveNewest(_next++);
        return true;
    }

    internal void Add<TEvent>(EventFifo<TEvent> queue, int input, GObj? source, in TEvent e)
        where TEvent : struct
    {
        queue.Add(source, in e);
        _order.Add(input);
    }

    /// <summary>Deferred events have come out of a snapshot: in this leaf they have been asked for already, or have not.</summary>
    internal void Restored(int leaf, bool areAsked) => (_leaf, _next) = (leaf, areAsked ? Count : 0);

    internal void AddDeferred<TEvent>(EventFifo<TEvent> queue, int input, GObj? source, in TEvent e, int leaf)
        where TEvent : struct
    {
        _isDeferredAgain = _retries;
        if (!_retries)
        {
            if (Count == 0)
            {
                (_leaf, _next) = (leaf, 0);
            }

            // The leaf has just been asked for it.
            _next += leaf == _leaf && _next == Count ? 1 : 0;
        }

        Add(queue, input, source, in e);
    }
}
