namespace FsmKit;

/// <content>Copies of the waiting events and callbacks, for snapshots and simulations.</content>
internal sealed partial class Mailbox
{
    /// <summary>Copies the events that wait for a gobj, the oldest first. On the loop's thread only.</summary>
    public List<PostedCopy> CopyOf(GObj destination) => [.. InOrder((lane, count) => lane.CopyNewest(count, destination)).OfType<PostedCopy>()];

    /// <summary>Copies all waiting events in order, with their destinations and sources. On the loop's thread only.</summary>
    public List<(object Destination, GObj? Source, object Event)> BoxEvents() => InOrder(static (lane, count) => lane.BoxNewest(count));

    /// <summary>Copies all waiting callbacks in order. On the loop's thread only.</summary>
    public PostedCallback[] CopyCallbacks()
    {
        _gate.Enter();
        var callbacks = _callbacks.CopyNewest(_callbacks.Count);
        _gate.Exit();
        return callbacks;
    }

    /// <summary>Copies the newest events of each lane and merges them into the order in which they were posted.</summary>
    private List<T> InOrder<T>(Func<PostLane, int, T[]> copy)
    {
        var copies = new List<T>();
        _gate.Enter();
        try
        {
            if (Events > 0)
            {
                var runs = _runs.CopyNewest(_runs.Count);
                var ofLane = runs.GroupBy(static run => run.Lane, static run => run.Left).ToDictionary(
                    static lane => lane.Key, lane => new Queue<T>(copy(_lanes[lane.Key]!, lane.Sum())));
                foreach (var run in runs)
                {
                    for (var left = run.Left; left > 0; left--)
                    {
                        copies.Add(ofLane[run.Lane].Dequeue());
                    }
                }
            }
        }
        finally
        {
            _gate.Exit();
        }

        return copies;
    }
}
