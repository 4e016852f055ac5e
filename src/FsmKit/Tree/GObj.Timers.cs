namespace FsmKit;

public abstract partial class GObj
{
    private LoopTimer? _timers;

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
