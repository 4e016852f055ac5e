namespace FsmKit;

/// <summary>A named timeout of a gobj: an event that the gobj has asked for, and when.</summary>
internal abstract class NamedTimer
{
    protected NamedTimer(GObj owner) => Timer = new LoopTimer(owner, this);

    /// <summary>What its time is counted with. A gobj finds its named timeouts among its timers.</summary>
    public LoopTimer Timer { get; }

    /// <summary>The name of the event.</summary>
    public abstract string Event { get; }

    /// <summary>The time has come.</summary>
    public abstract void Fire();
}

/// <summary>A named timeout of one event type: a gobj has at most one of each, made when the timeout is started for the first time.</summary>
internal sealed class NamedTimer<TEvent> : NamedTimer
    where TEvent : struct
{
    // How long one that has come due while its gobj was busy waits until it looks again.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly IAccept<TEvent> _owner;
    private TEvent _event;
    private TimeSpan _period;
    private uint _cycle;
    private bool _isWanted;

    public NamedTimer(GObj owner, IAccept<TEvent> accepts)
        : base(owner) => _owner = accepts;

    public override string Event => TypeText.Of(typeof(TEvent));

    /// <summary>How long until it is due; null when it does not run.</summary>
    public TimeSpan? Left => _isWanted ? Timer.Left : null;

    /// <summary>The event that it delivers.</summary>
    public TEvent Current => _event;

    /// <summary>The time between two; zero when it comes once.</summary>
    public TimeSpan Period => _period;

    /// <summary>Goes on with what is left of it. Zero is due in its turn, whatever waits.</summary>
    public void Resume(TimeSpan left, TimeSpan period, in TEvent e)
    {
        _cycle = unchecked(Timer.Owner.Gaplic.CycleNumber - 1);
        (_event, _period, _isWanted) = (e, period, true);
        Timer.Arm(left);
    }

    /// <summary>Starts it, whether it runs or not.</summary>
    /// <param name="due">How long; zero comes after all that waits for the loop now.</param>
    /// <param name="period">Zero for once.</param>
    /// <param name="e">The event to deliver.</param>
    public void Start(TimeSpan due, TimeSpan period, in TEvent e)
    {
        var gaplic = Timer.Owner.Gaplic;
        _cycle = due == TimeSpan.Zero ? gaplic.CycleNumber : unchecked(gaplic.CycleNumber - 1);
        (_event, _period, _isWanted) = (e, period, true);
        Timer.Arm(due);
    }

    /// <summary>Stops it.</summary>
    /// <returns>Whether it was running.</returns>
    public bool Stop()
    {
        var ran = _isWanted && Timer.IsArmed;
        Timer.Cancel();
        Forget();
        return ran;
    }

    public override void Fire()
    {
        // What failed for want of memory is tried again, also when it has been stopped meanwhile.
        if (!_isWanted)
        {
            return;
        }

        var owner = Timer.Owner;
        if (_cycle == owner.Gaplic.CycleNumber && owner.Gaplic.Mailbox.HasWork)
        {
            // Of what was there before the call, some may still wait: that is through in the next cycle.
            Timer.Arm(TimeSpan.Zero);
        }
        else if (owner.IsBusy)
        {
            // One of its actions runs the loop. In the queue of the gobj the event could not be stopped any more.
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

    /// <summary>Lets go of the event, which may hold objects.</summary>
    private void Forget()
    {
        _event = default;
        _isWanted = false;
    }
}
