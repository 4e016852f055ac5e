namespace FsmKit;

/// <content>For the replay of a recording, which decides itself what comes next.</content>
public sealed partial class GAplic
{
    /// <summary>To whom the next posted event goes, and its type; null without one.</summary>
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

    /// <summary>Delivers that event.</summary>
    internal void DeliverNextPost() => InCycle(static loop => loop.DeliverOne(), this);

    /// <summary>Lets a timer be due now, whenever its time is.</summary>
    internal void FireNow(LoopTimer timer) => InCycle(
        static due =>
        {
            due.Timer.Cancel();
            due.Loop.Fire(due.Timer);
        },
        (Loop: this, Timer: timer));

    /// <summary>Does something as the loop's own thread would, in a cycle of its own.</summary>
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
