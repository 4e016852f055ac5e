using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>
/// Events that one gobj keeps, either until it is free or until its leaf has changed. This class keeps the order of arrival. The generator derives
/// one class per gclass, with one <see cref="EventFifo{TEvent}"/> per kept input.
/// </summary>
/// <param name="capacity">Maximum number of events that a gobj keeps, <see cref="GClassAttribute.QueueCapacity"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WaitingEvents(int capacity)
{
    private readonly Ring<int> _order = new();

    // For deferred events: the leaf that has been offered all events before index _next.
    private int _leaf;
    private int _next;
    private bool _retries;
    private bool _isDeferredAgain;

    /// <summary>Number of events that are kept.</summary>
    public int Count => _order.Count;

    /// <summary>Maximum number of events that a gobj keeps.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>Input indices of the kept events, the oldest first.</summary>
    internal IEnumerable<int> Order => Enumerable.Range(0, Count).Select(place => _order[place]);

    /// <summary>Removes the oldest entry and returns the input index of its event.</summary>
    public int Next() => _order.TakeAt(0);

    /// <summary>Continues with the next deferred event. Begins with the oldest one if the leaf differs from the leaf of the last call.</summary>
    /// <returns>Input index of the next deferred event; -1 when there is none.</returns>
    public int BeginRetry(int leaf)
    {
        if (_leaf != leaf)
        {
            (_leaf, _next) = (leaf, 0);
        }

        return _next < Count ? _order[_next] : -1;
    }

    /// <summary>Leaves the next event in its place, because the leaf defers its input.</summary>
    public void Skip() => _next++;

    /// <summary>Removes the next event from the order. <see cref="EndRetry"/> tells afterwards whether the event was deferred again.</summary>
    /// <returns>Index of the event in the queue of its input.</returns>
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

    /// <summary>Returns true if the event was deferred again, and puts the event back in its place.</summary>
    /// <remarks>The outcome is no proof: it may be the outcome of a gobj to which the event was forwarded.</remarks>
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

    /// <summary>
    /// Sets the position after deferred events were restored from a snapshot: whether the leaf has been offered these events already.
    /// </summary>
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

            // The leaf has just been offered this event.
            _next += leaf == _leaf && _next == Count ? 1 : 0;
        }

        Add(queue, input, source, in e);
    }
}
