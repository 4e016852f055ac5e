namespace FsmKit;

/// <content>Members for the replay of a recording, which itself decides the order of deliveries.</content>
public sealed partial class GAplic
{
    /// <summary>Destination and type name of the next posted event; null if no event is waiting.</summary>
    internal (object? To, string With)? NextPost
    {
        get
        {
            if (!Mailbox.HasBatch && !Mailbox.BeginBatch())
            {
                return null;
            }

            var lane = Mailbox.LaneOf(in Mailbox.TakeRun());
            _ = lane.NextSource;
            return (lane.To, lane.With);
        }
    }

    /// <summary>Delivers the next posted event.</summary>
    internal void DeliverNextPost() => InCycle(static loop => loop.DeliverOne(), this);

    /// <summary>Fires a timer now, regardless of its deadline.</summary>
    internal void FireNow(LoopTimer timer) => InCycle(
        static due =>
        {
            due.Timer.Cancel();
            due.Loop.Fire(due.Timer);
        },
        (Loop: this, Timer: timer));

    /// <summary>Runs a delegate as the loop's own thread would, in a separate cycle.</summary>
    internal void InCycle<TState>(Action<TState> what, TState state)
    {
        using var thread = EnterThread();
        _inCycle = true;
        CycleNumber = unchecked(CycleNumber + 1);
        try
        {
            EnterContext();
            BeginTurn();
            what(state);
        }
        finally
        {
            _inCycle = false;
        }
    }
}
