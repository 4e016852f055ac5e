using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Worlds;

/// <summary>Finds the cause of each step, which is the step that posted its event. Shrinking leaves out steps with those that follow from them.</summary>
/// <param name="loops">The loops of the world.</param>
internal sealed class Causes(IReadOnlyList<GAplic> loops)
{
    private readonly Dictionary<GAplic, Waiting> _waiting = [];
    private readonly Dictionary<LinkQueue, Queue<int>> _underWay = [];
    private int _ofLink = PlannedStep.Unknown;

    /// <summary>Number of the present step, from 1; 0 in the set-up.</summary>
    public int Step { get; private set; }

    /// <summary>Begins a step.</summary>
    public void Begin()
    {
        Find(Step == 0 ? 0 : PlannedStep.Unknown); // What was posted since the last step was posted while the clock moved.
        Step++;
        _ofLink = PlannedStep.Unknown;
    }

    /// <summary>Ends a step.</summary>
    /// <param name="ran">The loop that had the step; null for a link, the pool or the clock.</param>
    /// <returns>The cause of the step.</returns>
    public int End(GAplic? ran)
    {
        var cause = ran is null ? _ofLink : ran.Place.Phase switch
        {
            CyclePhase.Callbacks => Of(ran).Callbacks.TryDequeue(out var by) ? by : PlannedStep.Unknown,
            CyclePhase.Posts => Of(ran).Posts.TryDequeue(out var by) ? by : PlannedStep.Unknown,
            _ => PlannedStep.Unknown,
        };
        Find(Step);
        return cause;
    }

    /// <summary>Records that the present step posted an event into a lane.</summary>
    public void Enter(LinkQueue lane)
    {
        if (!_underWay.TryGetValue(lane, out var causes))
        {
            _underWay.Add(lane, causes = []);
        }

        causes.Enqueue(Step);
    }

    /// <summary>Records that the first event of a lane leaves the lane.</summary>
    public void Leave(LinkQueue lane) => _ofLink = _underWay[lane].Dequeue();

    /// <summary>Returns an action that delivers a delayed event as one of the present step.</summary>
    public Action Delay(Action arrive)
    {
        var by = Step;
        return () =>
        {
            Find(PlannedStep.Unknown);
            arrive();
            Find(by);
        };
    }

    /// <summary>Attributes all that is newly posted to a step.</summary>
    private void Find(int by)
    {
        foreach (var loop in loops)
        {
            var (posts, callbacks) = Of(loop);
            Fill(posts, loop.IsDestroyed ? 0 : loop.Mailbox.PostedEvents, by);
            Fill(callbacks, loop.IsDestroyed ? 0 : loop.Mailbox.Callbacks, by);
        }
    }

    private Waiting Of(GAplic loop)
    {
        if (!_waiting.TryGetValue(loop, out var waiting))
        {
            _waiting.Add(loop, waiting = new Waiting([], []));
        }

        return waiting;
    }

    private static void Fill(Queue<int> causes, int count, int by)
    {
        while (causes.Count < count)
        {
            causes.Enqueue(by);
        }
    }

    /// <summary>Causes of the events and callbacks that wait for a loop.</summary>
    private sealed record Waiting(Queue<int> Posts, Queue<int> Callbacks);
}
