namespace FsmKit;

/// <summary>Named timeout of a gobj: an event that the gobj has requested for a later time.</summary>
internal abstract class NamedTimer
{
    protected NamedTimer(GObj owner) => Timer = new LoopTimer(owner, this);

    /// <summary>Timer of the timeout. A gobj finds its named timeouts through its list of timers.</summary>
    public LoopTimer Timer { get; }

    /// <summary>Name of the event.</summary>
    public abstract string Event { get; }

    /// <summary>Handles the due timer.</summary>
    public abstract void Fire();
}

/// <summary>Named timeout of one event type. A gobj has at most one per type, created when the timeout is started for the first time.</summary>
internal sealed class NamedTimer<TEvent> : NamedTimer
    where TEvent : struct
{
    // Time until the next attempt when the timeout was due while its gobj was busy.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly IAccept<TEvent> _owner;
    private TEvent _event;
    private TimeSpan _period;
    private uint _cycle;
    private bool _isWanted;

    public NamedTimer(GObj owner, IAccept<TEvent> accepts)
        : base(owner) => _owner = accepts;

    public override string Event => TypeText.Of(typeof(TEvent));

    /// <summary>Time until the timeout is due; null if it is not running.</summary>
    public TimeSpan? Left => _isWanted ? Timer.Left : null;

    /// <summary>The event that the timeout delivers.</summary>
    public TEvent Current => _event;

    /// <summary>Time between two deliveries; zero for a single delivery.</summary>
    public TimeSpan Period => _period;

    /// <summary>Restores the timeout with its remaining time. Zero is due in its turn, regardless of waiting work.</summary>
    public void Resume(TimeSpan left, TimeSpan period, in TEvent e)
    {
        _cycle = unchecked(Timer.Owner.Gaplic.CycleNumber - 1);
        (_event, _period, _isWanted) = (e, period, true);
        Timer.Arm(left);
    }

    /// <summary>Starts the timeout, or starts it again.</summary>
    /// <param name="due">Time until the event; zero delivers the event after everything that waits in the loop now.</param>
    /// <param name="period">Time between two deliveries; zero delivers once.</param>
    /// <param name="e">The event to deliver.</param>
    public void Start(TimeSpan due, TimeSpan period, in TEvent e)
    {
        var gaplic = Timer.Owner.Gaplic;
        _cycle = due == TimeSpan.Zero ? gaplic.CycleNumber : unchecked(gaplic.CycleNumber - 1);
        (_event, _period, _isWanted) = (e, period, true);
        Timer.Arm(due);
    }

    /// <summary>Stops the timeout.</summary>
    /// <returns>Whether the timeout was running.</returns>
    public bool Stop()
    {
        var ran = _isWanted && Timer.IsArmed;
        Timer.Cancel();
        Forget();
        return ran;
    }

    public override void Fire()
    {
        // A timer that failed for lack of memory fires again, even if the timeout has been stopped meanwhile.
        if (!_isWanted)
        {
            return;
        }

        var owner = Timer.Owner;
        if (_cycle == owner.Gaplic.CycleNumber && owner.Gaplic.Mailbox.HasWork)
        {
            // Work from before the call may still wait; the next cycle has finished it.
            Timer.Arm(TimeSpan.Zero);
        }
        else if (owner.IsBusy)
        {
            // An action of the gobj is running the loop. In the queue of the gobj the event could no longer be stopped.
            Timer.Arm(Moment);
        }
        else
        {
            Deliver(owner);
        }
    }

    private void Deliver(GObj owner)
    {
        // A copy: the row may start the timeout again, with another event.
        var e = _event;
        if (_period > TimeSpan.Zero)
        {
            Timer.ArmNext(_period);
        }

        _owner.Receive(in e, owner);
        if (!Timer.IsArmed)
        {
            Forget();
        }
    }

    /// <summary>Releases the event, which may refer to objects.</summary>
    private void Forget()
    {
        _event = default;
        _isWanted = false;
    }
}
