using System.Diagnostics;
using System.Numerics;

namespace FsmKit;

/// <summary>
/// Armed timers of a loop in a hierarchical timing wheel (Varghese and Lauck, 1987): levels of 64 slots, each slot of a level as wide as the whole
/// level below. Arming and cancelling are O(1), independent of the number of timers.
/// </summary>
/// <remarks>
/// A timer lies in the level of the highest group of six bits in which its deadline differs from the wheel's time, in the slot that these bits name.
/// When the wheel's time reaches the slot, its timers move down a level, until they are due. Timers with equal deadlines fire in the order in which
/// they were armed last: they come out of one slot, and are sorted if that slot holds them in another order.
/// <para>A timer that is armed in a cycle waits for the next reading of the clock, which is expensive. Until then, arming the timer again only
/// changes its own fields.</para>
/// </remarks>
internal sealed class TimerWheel
{
    /// <summary>Slot of the list of due timers.</summary>
    public const short DueSlot = Levels * Slots;

    private const int Levels = 10;
    private const int SlotBits = 6;
    private const int Slots = 1 << SlotBits;

    // A slot holds the first timer of a circular list, whose Previous is the last timer. The array is created with the first timer: it is half of the
    // memory of an idle loop.
    private LoopTimer?[] _slots = [];
    private readonly ulong[] _occupied = new ulong[Levels];
    private readonly List<LoopTimer> _unsorted = [];
    private long _now;
    private long _turns;
    private LoopTimer? _firstUnsettled;
    private LoopTimer? _lastUnsettled;

    /// <summary>Number of timers in the wheel.</summary>
    public int Count { get; private set; }

    /// <summary>Whether timers wait for the next reading of the clock.</summary>
    public bool HasUnsettled => _firstUnsettled is not null;

    /// <summary>Whether no timer is armed.</summary>
    public bool IsEmpty => Count == 0 && !HasUnsettled;

    /// <summary>Number of timers in the list of due timers.</summary>
    public int DueCount { get; private set; }

    /// <summary>Time of the next work in the wheel. The wheel must not be empty.</summary>
    public long NextTime => DueCount > 0 ? _now : NextSlot().Time;

    /// <summary>
    /// Deadline of the first timer that is due; the time of its slot if all timers of the slot have been moved to later times meanwhile. The wheel
    /// must not be empty. Checks each timer of one slot: for a simulated clock that jumps from one deadline to the next.
    /// </summary>
    public long FirstDeadline
    {
        get
        {
            if (DueCount > 0)
            {
                return _now;
            }

            var (slot, time) = NextSlot();
            var first = _slots[slot]!;
            var least = first.Deadline;
            for (var timer = first.Next!; timer != first; timer = timer.Next!)
            {
                least = Math.Min(least, timer.Deadline);
            }

            return least < time + (1L << (slot / Slots * SlotBits)) ? least : time;
        }
    }

    /// <summary>Returns the sequence number of a new arming.</summary>
    public long NextTurn() => ++_turns;

    /// <summary>Puts a timer into the slot of its deadline. A timer in an earlier slot stays there until that slot is reached.</summary>
    public void Place(LoopTimer timer)
    {
        if (timer.Slot == LoopTimer.NoSlot)
        {
            Add(timer);
        }
        else if (timer.Deadline < timer.SlotDeadline || timer.Slot == DueSlot)
        {
            // A timer in the due list does not check its deadline again.
            Remove(timer);
            Add(timer);
        }
    }

    /// <summary>Places a timer at the next reading of the clock, see <see cref="Settle"/>. A due timer leaves the due list.</summary>
    public void PlaceLater(LoopTimer timer)
    {
        if (timer.Slot == DueSlot)
        {
            Remove(timer);
        }

        if (timer.NextUnsettled is null)
        {
            timer.NextUnsettled = timer;
            if (_lastUnsettled is { } last)
            {
                last.NextUnsettled = timer;
            }
            else
            {
                _firstUnsettled = timer;
            }

            _lastUnsettled = timer;
        }
    }

    /// <summary>Places the timers that were armed since the last reading of the clock, with a new reading.</summary>
    public void Settle(TimeSpan now)
    {
        while (_firstUnsettled is { } timer)
        {
            _firstUnsettled = timer == _lastUnsettled ? _lastUnsettled = null : timer.NextUnsettled;
            timer.NextUnsettled = null;

            // Meanwhile the timer may have been cancelled, or armed with a known deadline.
            if (timer.IsUnsettled)
            {
                timer.Settle(now);
                if (timer.IsArmed)
                {
                    Place(timer);
                }
            }
        }
    }

    /// <summary>Adds a timer, which must not be in the wheel, to the slot of its deadline.</summary>
    private void Add(LoopTimer timer)
    {
        Debug.Assert(timer.Slot == LoopTimer.NoSlot, "A timer is in one slot.");
        timer.SlotDeadline = timer.Deadline;
        if (timer.Deadline <= _now)
        {
            DueCount++;
            Append(DueSlot, timer);
            return;
        }

        var level = Math.Min(Levels - 1, BitOperations.Log2((ulong)(timer.Deadline ^ _now)) / SlotBits);
        var slot = (int)((timer.Deadline >> (level * SlotBits)) & (Slots - 1));
        _occupied[level] |= 1UL << slot;
        Append((level * Slots) + slot, timer);
    }

    /// <summary>Removes a timer from the wheel.</summary>
    public void Remove(LoopTimer timer)
    {
        var slot = timer.Slot;
        Debug.Assert(slot != LoopTimer.NoSlot && _slots[slot] is not null, "The timer is in its slot.");
        if (timer.Next == timer)
        {
            _slots[slot] = null;
            if (slot != DueSlot)
            {
                _occupied[slot / Slots] &= ~(1UL << (slot % Slots));
            }
        }
        else
        {
            timer.Previous!.Next = timer.Next;
            timer.Next!.Previous = timer.Previous;
            if (_slots[slot] == timer)
            {
                _slots[slot] = timer.Next;
            }
        }

        DueCount -= slot == DueSlot ? 1 : 0;
        Count--;
        timer.Slot = LoopTimer.NoSlot;
        timer.Next = timer.Previous = null;
    }

    /// <summary>The wheel's time before the last <see cref="Advance"/>. Timers that became due since then may still wait for their turn.</summary>
    public long LookedBefore { get; private set; }

    /// <summary>Advances the wheel's time and moves the timers that are due by then to the due list.</summary>
    public void Advance(long time)
    {
        LookedBefore = _now;
        while (Count > DueCount)
        {
            var (slot, at) = NextSlot();
            if (at > time)
            {
                break;
            }

            // Timers from a wide slot, or with a deadline that has moved, go to a narrower or later slot.
            _now = at;
            var (due, lastTurn, isSorted) = (DueCount, 0L, true);
            while (_slots[slot] is { } timer)
            {
                Remove(timer);
                Add(timer);
                if (timer.Slot == DueSlot)
                {
                    isSorted &= timer.Turn > lastTurn;
                    lastTurn = timer.Turn;
                }
            }

            if (!isSorted)
            {
                SortLast(DueCount - due);
            }
        }

        _now = Math.Max(_now, time);
        Debug.Assert(Count == DueCount || NextSlot().Time > _now, "Timers that are due are in the list.");
    }

    /// <summary>Removes and returns the first due timer, or null.</summary>
    public LoopTimer? TakeDue()
    {
        if (DueCount == 0)
        {
            return null;
        }

        var timer = _slots[DueSlot]!;
        Debug.Assert(timer.Deadline <= _now, "A timer that was armed again has left the list.");
        Remove(timer);
        return timer;
    }

    /// <summary>Sorts the last entries of the due list by the order of their arming.</summary>
    private void SortLast(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var last = _slots[DueSlot]!.Previous!;
            _unsorted.Add(last);
            Remove(last);
        }

        _unsorted.Sort(static (left, right) => left.Turn.CompareTo(right.Turn));
        foreach (var timer in _unsorted)
        {
            DueCount++;
            Append(DueSlot, timer);
        }

        _unsorted.Clear();
    }

    private void Append(int slot, LoopTimer timer)
    {
        timer.Slot = (short)slot;
        Count++;
        if (_slots.Length == 0)
        {
            _slots = new LoopTimer?[DueSlot + 1];
        }

        if (_slots[slot] is not { } first)
        {
            _slots[slot] = timer.Next = timer.Previous = timer;
            return;
        }

        timer.Next = first;
        timer.Previous = first.Previous;
        first.Previous!.Next = timer;
        first.Previous = timer;
    }

    /// <summary>
    /// Returns the first occupied slot after the wheel's time. All slots of a lower level come before the next slot of a higher one.
    /// </summary>
    private (int Slot, long Time) NextSlot()
    {
        var level = 0;
        while (_occupied[level] == 0)
        {
            level++;
        }

        var slot = BitOperations.TrailingZeroCount(_occupied[level]);
        var shift = level * SlotBits;
        var turn = (_now >> shift) & ~(Slots - 1L);
        return ((level * Slots) + slot, (turn | (uint)slot) << shift);
    }
}
