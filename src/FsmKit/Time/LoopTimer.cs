using System.ComponentModel;

namespace FsmKit;

/// <summary>A timer of a gobj on its loop: monotonic, in milliseconds, never early. Arming it again costs nothing.</summary>
/// <remarks>
/// It ends with its gobj. An exception of the callback is logged, and the loop goes on. Used by <see cref="GTimer"/> and by
/// <see cref="AfterAttribute"/>; in a gclass of your own prefer those: their timeouts are events in the table.
/// </remarks>
public sealed class LoopTimer : IHandOver
{
    internal const int NoSlot = -1;
    private readonly GObj _owner;
    private readonly Action? _due;
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

    /// <summary>Whether it is waiting for its time.</summary>
    public bool IsArmed { get; private set; }

    // The wheel's marks on the timer. A deadline may move on without the timer moving: then SlotDeadline is where it lies.
    internal long Deadline { get; private set; }

    internal long SlotDeadline { get; set; }

    /// <summary>When it was armed, counted by the wheel: what comes due at the same time comes in this order.</summary>
    internal long Turn { get; private set; }

    internal int Slot { get; set; } = NoSlot;

    internal LoopTimer? Next { get; set; }

    internal LoopTimer? Previous { get; set; }

    internal LoopTimer? NextOfOwner { get; }

    internal GObj Owner => _owner;

    object? IHandOver.To => _owner;

    string IHandOver.With => "a timer";

    /// <summary>Arms the timer, whether it is armed or not: it comes due once, not before <paramref name="delay"/> has passed.</summary>
    /// <param name="delay">Zero or less comes due in the next cycle of the loop; parts of a millisecond count as a whole one.</param>
    public void Arm(TimeSpan delay) => ArmAt(_owner.Gaplic.Clock.DeadlineIn(delay));

    /// <summary>Arms the timer for one period after it was last due: a sequence of these does not drift. Periods that were missed are left out.</summary>
    /// <param name="period">Greater than zero.</param>
    public void ArmNext(TimeSpan period)
    {
        var milliseconds = Math.Max(1, LoopClock.WholeMilliseconds(period));
        var missed = Math.Max(0, (_owner.Gaplic.Clock.Now - Deadline) / milliseconds);
        ArmAt(Deadline + ((missed + 1) * milliseconds));
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
        if (_due is null)
        {
            _owner.FireTimer(_number);
        }
        else
        {
            _due();
        }
    }

    private void ArmAt(long deadline)
    {
        if (_owner.IsDestroyed)
        {
            return;
        }

        _owner.RequireLoopThread();
        IsArmed = true;
        Deadline = deadline;
        Turn = _owner.Gaplic.Timers.NextTurn();
        if (Slot == NoSlot)
        {
            _owner.Gaplic.Timers.Add(this);
        }
        else if (deadline < SlotDeadline || Slot == TimerWheel.DueSlot)
        {
            // What is due already does not look at its deadline again.
            _owner.Gaplic.Timers.Remove(this);
            _owner.Gaplic.Timers.Add(this);
        }
    }
}
