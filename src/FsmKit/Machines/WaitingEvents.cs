using System.ComponentModel;

namespace FsmKit;

/// <summary>
/// The events that wait for one busy gobj. The generator derives a class per gclass with one <see cref="EventFifo{TEvent}"/> per kept
/// input; here is the order in which they came.
/// </summary>
/// <param name="capacity">How many may wait.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WaitingEvents(int capacity)
{
    private readonly Queue<int> _order = new();

    /// <summary>How many are waiting.</summary>
    public int Count => _order.Count;

    /// <summary>How many may wait.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>Takes the index of the input whose queue holds the oldest event.</summary>
    public int Next() => _order.Dequeue();

    internal void Add<TEvent>(EventFifo<TEvent> queue, int input, GObj? source, in TEvent e)
        where TEvent : struct
    {
        queue.Add(source, in e);
        _order.Enqueue(input);
    }
}
