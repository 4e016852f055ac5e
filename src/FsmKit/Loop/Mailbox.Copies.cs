namespace FsmKit;

/// <content>Copies of the waiting events and callbacks, for snapshots and simulations.</content>
internal sealed partial class Mailbox
{
    /// <summary>Copies the events that wait for a gobj, the oldest first. On the loop's thread only.</summary>
    public List<PostedCopy> CopyOf(GObj destination) => [.. InOrder((lane, count) => lane.CopyNewest(count, destination)).OfType<PostedCopy>()];

    /// <summary>Shows all events that wait, in their order, and then all callbacks. On the loop's thread only; nothing is allocated.</summary>
    public void Show(PostVisitor visitor)
    {
        // The loop may read what was added up to now without the lock.
        _gate.Enter();
        var (runs, callbacks) = (Events > 0 ? _runs.Count : 0, _callbacks.Count);
        _gate.Exit();
        Span<int> shown = stackalloc int[runs > 1 ? _lanes.Length : 0];
        shown.Clear();
        for (var i = 0; i < runs; i++)
        {
            var run = _runs.At(i);
            var from = runs > 1 ? shown[run.Lane] : 0;
            for (var place = from; place < from + run.Left; place++)
            {
                _lanes[run.Lane]!.Show(place, visitor);
            }

            if (runs > 1)
            {
                shown[run.Lane] += run.Left;
            }
        }

        for (var i = 0; i < callbacks; i++)
        {
            visitor.See(_callbacks.At(i));
        }
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
