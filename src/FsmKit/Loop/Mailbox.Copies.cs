namespace FsmKit;

/// <content>Copies of what waits, for snapshots and simulations.</content>
internal sealed partial class Mailbox
{
    /// <summary>Copies the events that wait for a gobj, the oldest first. The loop's thread only.</summary>
    public List<PostedCopy> CopyOf(GObj destination) => [.. InOrder((lane, count) => lane.CopyNewest(count, destination)).OfType<PostedCopy>()];

    /// <summary>Copies all events that wait, in their order, with where they go and whose they are. The loop's thread only.</summary>
    public List<(object Destination, GObj? Source, object Event)> BoxEvents() => InOrder(static (lane, count) => lane.BoxNewest(count));

    /// <summary>Copies all callbacks that wait, in their order. The loop's thread only.</summary>
    public PostedCallback[] CopyCallbacks()
    {
        _gate.Enter();
        var callbacks = _callbacks.CopyNewest(_callbacks.Count);
        _gate.Exit();
        return callbacks;
    }

    /// <summary>Brings what each lane copies of its newest events into the order in which they were posted.</summary>
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
