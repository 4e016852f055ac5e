namespace FsmKit;

/// <content>Copies of what waits, for snapshots and simulations.</content>
internal sealed partial class Mailbox
{
    /// <summary>Copies the events that wait for a gobj, the oldest first. The loop's thread only.</summary>
    public List<PostedCopy> CopyOf(GObj destination)
    {
        var copies = new List<PostedCopy>();
        _gate.Enter();
        try
        {
            var runs = _runs.CopyNewest(_runs.Count);
            var ofLane = runs.GroupBy(static run => run.Lane, static run => run.Left).ToDictionary(
                static lane => lane.Key, lane => new Queue<PostedCopy?>(_lanes[lane.Key]!.CopyNewest(lane.Sum(), destination)));
            foreach (var run in runs)
            {
                for (var left = run.Left; left > 0; left--)
                {
                    if (ofLane[run.Lane].Dequeue() is { } copy)
                    {
                        copies.Add(copy);
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

    /// <summary>Copies all events that wait, in their order, with where they go and whose they are. The loop's thread only.</summary>
    public List<(object Destination, GObj? Source, object Event)> BoxEvents()
    {
        var events = new List<(object Destination, GObj? Source, object Event)>();
        _gate.Enter();
        try
        {
            if (Events > 0)
            {
                var runs = _runs.CopyNewest(_runs.Count);
                var ofLane = runs.GroupBy(static run => run.Lane, static run => run.Left).ToDictionary(
                    static lane => lane.Key, lane => new Queue<(object Destination, GObj? Source, object Event)>(_lanes[lane.Key]!.BoxNewest(lane.Sum())));
                events.AddRange(runs.SelectMany(run => Enumerable.Range(0, run.Left).Select(_ => ofLane[run.Lane].Dequeue())));
            }
        }
        finally
        {
            _gate.Exit();
        }

        return events;
    }

    /// <summary>Copies all callbacks that wait, in their order. The loop's thread only.</summary>
    public PostedCallback[] CopyCallbacks()
    {
        _gate.Enter();
        var callbacks = _callbacks.CopyNewest(_callbacks.Count);
        _gate.Exit();
        return callbacks;
    }
}
