using System.ComponentModel;

namespace FsmKit;

/// <summary>A timer of a gobj on its loop: monotonic, in milliseconds, never early. Arming it again costs nothing.</summary>
/// <remarks>
/// It ends with its gobj. An exception of the callback is logged, and the loop goes on. Used by <see cref="GTimer"/> and by
/// <see cref="AfterAttribute"/>; in a gclass of your own prefer those: their timeouts are events in the table.
/// <para>
/// Reading the machine's clock costs more than all the rest, so a timer that is armed in a cycle gets its deadline when the loop reads the clock
/// next: at the end of the cycle, or some dozens of events later. The delay counts from there.
/// </para>
/// </remarks>
public sealed class LoopTimer : IHandOver
{
    internal const short NoSlot = -1;
    private readonly GObj _owner;

    // An Action, a NamedTimer, or null when its gobj knows it by its number.
    private readonly object? _due;
    private readonly byte _number;

    /// <summary>A timer that is not armed.</summary>
    /// <param name="owner">The gobj it belongs to.</param>
    /// <param name="due">What to do on the loop when the time has come.</param>
    public LoopTimer(GObj owner, Action due)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(due);
        _owner = owner;
        _due = due;
        NextOfOwner = owner.AddTimer(this);
    }

    /// <summary>A timer of generated code, which its gobj knows by its number: it needs no delegate.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LoopTimer(GObj owner, byte number)
    {
        ArgumentNullException.ThrowIfNull(owner);
        _owner = owner;
        _number = number;
        NextOfOwner = owner.AddTimer(this);
    }

    /// <summary>The timer of a named timeout.</summary>
    internal LoopTimer(GObj owner, NamedTimer due)
    {
        _owner = owner;
        _due = due;
        NextOfOwner = owner.AddTimer(this);
    }

    /// <summary>Whether it is waiting for its time.</summary>
    public bool IsArmed { get; private set; }

    // The wheel's marks on the timer. A deadline may move on without the timer moving: then SlotDeadline is where it lies. Below zero it is
    // the delay in ticks, inverted: the deadline is known when the clock is read.
    internal long Deadline { get; private set; }

    internal bool IsUnsettled => Deadline < 0;

    /// <summary>The next one of those whose deadline the wheel does not know yet; the last one is its own. Null when it is none of them.</summary>
    internal LoopTimer? NextUnsettled { get; set; }

    internal long SlotDeadline { get; set; }

    /// <summary>When it was armed, counted by the wheel: what comes due at the same time comes in this order.</summary>
    internal long Turn { get; private set; }

    internal short Slot { get; set; } = NoSlot;

    internal LoopTimer? Next { get; set; }

    internal LoopTimer? Previous { get; set; }

    internal LoopTimer? NextOfOwner { get; }

    internal GObj Owner => _owner;

    /// <summary>The named timeout that it is the timer of, or null.</summary>
    internal NamedTimer? Named => _due as NamedTimer;

    /// <summary>What is left of its time; zero when that is over, null when it is not armed.</summary>
    internal TimeSpan? Left
    {
        get
        {
            if (!IsArmed)
            {
                return null;
            }

            // Until the clock is read next, none of it has passed.
            var left = IsUnsettled ? ~Deadline : (Deadline * TimeSpan.TicksPerMillisecond) - _owner.Gaplic.Clock.Elapsed().Ticks;
            return TimeSpan.FromTicks(Math.Max(left, 0));
        }
    }

    /// <summary>The number by which generated code knows it; -1 of any other timer.</summary>
    internal int Number => _due is null ? _number : -1;

    object? IHandOver.To => _owner;

    string IHandOver.With => "a timer";

    /// <summary>Arms the timer, whether it is armed or not: it comes due once, not before <paramref name="delay"/> has passed.</summary>
    /// <param name="delay">Zero or less comes due in the next cycle of the loop; parts of a millisecond count as a whole one.</param>
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
    /// Arms the timer for one period after it was last due: a sequence of these does not drift. Periods that were missed are left out. After a
    /// delay of zero, which has no moment, the period counts from now.
    /// </summary>
    /// <param name="period">Greater than zero.</param>
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

    /// <summary>Disarms the timer; nothing happens when it is not armed.</summary>
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

    /// <summary>The clock has been read: the deadline is known.</summary>
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

    /// <summary>The timer is armed, unless its gobj is gone: where, follows.</summary>
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
