using System.ComponentModel;

namespace FsmKit;

/// <content>The list of all timers of a gobj, which its destruction cancels.</content>
public abstract partial class GObj
{
    private LoopTimer? _timers;

    /// <summary>Whether an action of this gobj is running and events wait for its end.</summary>
    internal bool IsBusy => (Gate & MachineGate.Busy) != 0;

    /// <summary>Handles a due timer of a state timeout. Implemented by the generator.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmTimerDue(int timer)
    {
    }

    internal void FireTimer(int timer) => FsmTimerDue(timer);

    internal LoopTimer? AddTimer(LoopTimer timer)
    {
        var next = _timers;
        _timers = timer;
        return next;
    }

    private void CancelTimers()
    {
        for (var timer = _timers; timer is not null; timer = timer.NextOfOwner)
        {
            timer.Cancel();
        }
    }
}
