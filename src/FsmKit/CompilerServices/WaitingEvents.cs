using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>
/// Events that wait in one gobj, either until the running transition has ended or, deferred, until the innermost state has changed. This
/// class stores the order of arrival. The generator derives one class per gclass, with one <see cref="EventFifo{TEvent}"/> per type of
/// event that can wait.
/// </summary>
/// <param name="capacity">Maximum number of events that wait in a gobj, <see cref="GClassAttribute.QueueCapacity"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WaitingEvents(int capacity)
{
    private readonly Ring<int> _order = new();

    // For deferred events: the leaf that has been offered all events before index _next.
    private int _leaf;
    private int _next;
    private bool _retries;
    private bool _isDeferredAgain;

    /// <summary>Number of events that wait.</summary>
    public int Count => _order.Count;

    /// <summary>Maximum number of events that wait in a gobj.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>Input indices of the kept events, the oldest first.</summary>
    internal IEnumerable<int> Order => Enumerable.Range(0, Count).Select(place => _order[place]);

    /// <summary>Removes the oldest event from the order of arrival and returns the index of its input event.</summary>
    public int Next() => _order.TakeAt(0);

    /// <summary>
    /// Continues with the next deferred event. Begins with the oldest one if the number of the current state (<paramref name="leaf"/>)
    /// differs from that of the last call.
    /// </summary>
    /// <returns>Index of the input event; -1 when there is no next deferred event.</returns>
    public int BeginRetry(int leaf)
    {
        if (_leaf != leaf)
        {
            (_leaf, _next) = (leaf, 0);
        }

        return _next < Count ? _order[_next] : -1;
    }

    /// <summary>Leaves the next deferred event in its place, because the current state defers events of this type too.</summary>
    public void Skip() => _next++;

    /// <summary>
    /// Removes the next deferred event from the order of arrival. <see cref="EndRetry"/> tells afterwards whether the event was deferred
    /// again.
    /// </summary>
    /// <returns>Index of the event in the <see cref="EventFifo{TEvent}"/> of its type.</returns>
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

    /// <summary>
    /// Returns whether the event of <see cref="Retry"/> was deferred again, and in that case puts the event back in its place.
    /// </summary>
    /// <remarks>
    /// The outcome of the event does not show this: <see cref="Outcome.Deferred"/> may come from a gobj to which the event was forwarded.
    /// </remarks>
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
