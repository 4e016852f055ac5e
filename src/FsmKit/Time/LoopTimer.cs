using System.ComponentModel;

namespace FsmKit;

/// <summary>
/// Timer of a gobj on its loop: monotonic, with a resolution of 1 ms, never early. Starting (arming) the timer again allocates nothing.
/// </summary>
/// <remarks>
/// The destruction of the gobj cancels the timer. An exception of the callback is logged, and the loop continues. <see cref="GTimer"/> and
/// <see cref="AfterAttribute"/> use this class; in a gclass, prefer those two, because their timeouts are events in the table. All members are for
/// the loop's thread.
/// <para>Reading the system clock costs more than everything else about a timer. A timer that is armed in a turn of the loop therefore gets
/// its deadline at the next reading of the clock: at the end of that turn, or at most 64 events later. The delay counts from that
/// reading.</para>
/// </remarks>
public sealed class LoopTimer : IHandOver
{
    internal const short NoSlot = -1;
    private readonly GObj _owner;

    // An Action or a NamedTimer; null if the gobj handles the timer by its number.
    private readonly object? _due;
    private readonly byte _number;

    /// <summary>Creates a timer that does not run until <see cref="Arm"/> is called.</summary>
    /// <param name="owner">The gobj that owns the timer.</param>
    /// <param name="due">Callback that runs on the loop's thread when the timer is due.</param>
    public LoopTimer(GObj owner, Action due)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(due);
        _owner = owner;
        _due = due;
        NextOfOwner = owner.AddTimer(this);
    }

    /// <summary>Creates a timer for generated code. The gobj handles the timer by its number, so that no delegate is needed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LoopTimer(GObj owner, byte number)
    {
        ArgumentNullException.ThrowIfNull(owner);
        _owner = owner;
        _number = number;
        NextOfOwner = owner.AddTimer(this);
    }

    /// <summary>Creates the timer of a named timeout.</summary>
    internal LoopTimer(GObj owner, NamedTimer due)
    {
        _owner = owner;
        _due = due;
        NextOfOwner = owner.AddTimer(this);
    }

    /// <summary>Whether the timer is running: started (armed) and not yet due.</summary>
    public bool IsArmed { get; private set; }

    // Fields of the timer wheel. When the deadline moves to a later time, the timer may stay in its slot: SlotDeadline is then the deadline of the
    // slot. A negative Deadline is the inverted delay in ticks: the real deadline is calculated at the next reading of the clock.
    internal long Deadline { get; private set; }

    internal bool IsUnsettled => Deadline < 0;

    /// <summary>Next timer whose deadline is not known yet; the last such timer refers to itself. Null for a timer with a known deadline.</summary>
    internal LoopTimer? NextUnsettled { get; set; }

    internal long SlotDeadline { get; set; }

    /// <summary>Sequence number of the arming. Timers that are due at the same time fire in this order.</summary>
    internal long Turn { get; private set; }

    internal short Slot { get; set; } = NoSlot;

    internal LoopTimer? Next { get; set; }

    internal LoopTimer? Previous { get; set; }

    internal LoopTimer? NextOfOwner { get; }

    internal GObj Owner => _owner;

    /// <summary>The named timeout that uses this timer, or null.</summary>
    internal NamedTimer? Named => _due as NamedTimer;

    /// <summary>Time until the timer is due; zero if it is due already, null if it is not armed.</summary>
    internal TimeSpan? Left
    {
        get
        {
            if (!IsArmed)
            {
                return null;
            }

            // Until the next reading of the clock, none of the delay has passed.
            var left = IsUnsettled ? ~Deadline : (Deadline * TimeSpan.TicksPerMillisecond) - _owner.Gaplic.Clock.Elapsed().Ticks;
            return TimeSpan.FromTicks(Math.Max(left, 0));
        }
    }

    /// <summary>Number of the timer in generated code; -1 for any other timer.</summary>
    internal int Number => _due is null ? _number : -1;

    object? IHandOver.To => _owner;

    string IHandOver.With => "a timer";

    /// <summary>
    /// Starts the timer, or starts it anew. The timer fires once, not before <paramref name="delay"/> has passed. On a destroyed gobj
    /// nothing is started.
    /// </summary>
    /// <param name="delay">
    /// Time until the timer is due. Zero or less: as soon as the loop fires timers again, never inside the call. A fraction of a
    /// millisecond counts as a whole one.
    /// </param>
    public void Arm(TimeSpan delay)
    {
        var gaplic = _owner.Gaplic;
        if (delay <= TimeSpan.Zero || !gaplic.ReadsClockLater)
        {
            ArmAt(gaplic.Clock.DeadlineIn(delay));
        }
        else if (Begin(gaplic))
        {
            Deadline = ~delay.Ticks;
            gaplic.Timers.PlaceLater(this);
        }
    }

    /// <summary>
    /// Starts the timer again, due one period after its last deadline, so that a sequence of calls does not drift. Missed periods are
    /// skipped. After a delay of zero, which has no deadline, the period counts from now.
    /// </summary>
    /// <param name="period">Time between two deadlines, greater than zero. A fraction of a millisecond counts as a whole one.</param>
    public void ArmNext(TimeSpan period)
    {
        var clock = _owner.Gaplic.Clock;
        var now = clock.Elapsed();
        if (IsUnsettled)
        {
            Settle(now);
        }

        var (milliseconds, present) = (Math.Max(1, LoopClock.WholeMilliseconds(period)), LoopClock.Milliseconds(now));
        var last = Deadline == 0 ? present : Deadline;
        var missed = Math.Max(0, (present - last) / milliseconds);
        ArmAt(last + ((missed + 1) * milliseconds));
    }

    /// <summary>Stops the timer. No effect if the timer is not running.</summary>
    public void Cancel()
    {
        _owner.RequireLoopThread();
        IsArmed = false;
        if (Slot != NoSlot)
        {
            _owner.Gaplic.Timers.Remove(this);
        }
    }

    internal void Fire()
    {
        IsArmed = false;
        switch (_due)
        {
            case null:
                _owner.FireTimer(_number);
                break;
            case Action due:
                due();
                break;
            case NamedTimer named:
                named.Fire();
                break;
        }
    }

    /// <summary>Calculates the deadline from a new reading of the clock.</summary>
    internal void Settle(TimeSpan now) => Deadline = LoopClock.Deadline(now, TimeSpan.FromTicks(~Deadline));

    private void ArmAt(long deadline)
    {
        var gaplic = _owner.Gaplic;
        if (Begin(gaplic))
        {
            Deadline = deadline;
            gaplic.Timers.Place(this);
        }
    }

    /// <summary>Marks the timer as armed and returns true; returns false if the gobj is destroyed. The caller sets the deadline.</summary>
    private bool Begin(GAplic gaplic)
    {
        if (_owner.IsDestroyed)
        {
            return false;
        }

        gaplic.RequireLoopThread(_owner);
        IsArmed = true;
        Turn = gaplic.Timers.NextTurn();
        return true;
    }
}
