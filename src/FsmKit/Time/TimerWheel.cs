using System.Numerics;

namespace FsmKit;

/// <summary>
/// The armed timers of a loop in a hierarchical timing wheel (Varghese and Lauck, 1987): levels of 64 slots, each slot of a level as wide
/// as the whole level below. Arming and cancelling are O(1), whatever the number of timers.
/// </summary>
/// <remarks>
/// A timer lies in the level of the highest group of six bits in which its deadline differs from the wheel's time, in the slot that those
/// bits name. As the wheel's time reaches the slot, its timers move down, until they are due. Equal deadlines come due in the order in which
/// they were armed last: those of one time come out of one slot, and are sorted when they lie there in another order.
/// <para>
/// What is armed in a cycle waits for the next reading of the clock, which is dear; until then, arming again writes what the timer knows of itself.
/// </para>
/// </remarks>
internal sealed class TimerWheel
{
    /// <summary>The list of those that are due.</summary>
    public const short DueSlot = Levels * Slots;

    private const int Levels = 10;
    private const int SlotBits = 6;
    private const int Slots = 1 << SlotBits;

    // A slot holds the first timer of a ring: its Previous is the last one. Made for the first timer: they are half of what an idle loop would take.
    private LoopTimer?[] _slots = [];
    private readonly ulong[] _occupied = new ulong[Levels];
    private readonly List<LoopTimer> _unsorted = [];
    private long _now;
    private long _turns;
    private LoopTimer? _firstUnsettled;
    private LoopTimer? _lastUnsettled;

    /// <summary>How many timers lie in the wheel.</summary>
    public int Count { get; private set; }

    /// <summary>Whether timers wait for the next reading of the clock.</summary>
    public bool HasUnsettled => _firstUnsettled is not null;

    /// <summary>Whether no timer is armed.</summary>
    public bool IsEmpty => Count == 0 && !HasUnsettled;

    /// <summary>How many of them wait in the list of those that are due.</summary>
    public int DueCount { get; private set; }

    /// <summary>The time until which nothing has to be done; there are timers in the wheel.</summary>
    public long NextTime => DueCount > 0 ? _now : NextSlot().Time;

    /// <summary>
    /// The deadline of the timer that comes due first; the time of its slot where all timers of that one were moved on since they were put there. There are timers in the wheel. Looks at
    /// each timer of a slot: for a clock that jumps from one deadline to the next.
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

    /// <summary>The number of an arming.</summary>
    public long NextTurn() => ++_turns;

    /// <summary>Puts a timer where its deadline belongs. One that lies in an earlier slot stays there until that slot comes up.</summary>
    public void Place(LoopTimer timer)
    {
        if (timer.Slot == LoopTimer.NoSlot)
        {
            Add(timer);
        }
        else if (timer.Deadline < timer.SlotDeadline || timer.Slot == DueSlot)
        {
            // What is due already does not look at its deadline again.
            Remove(timer);
            Add(timer);
        }
    }

    /// <summary>The same with the next reading of the clock, see <see cref="Settle"/>. What is due already is not any more.</summary>
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

    /// <summary>Places the timers that were armed since the clock was read last; it has been read now.</summary>
    public void Settle(TimeSpan now)
    {
        while (_firstUnsettled is { } timer)
        {
            _firstUnsettled = timer == _lastUnsettled ? _lastUnsettled = null : timer.NextUnsettled;
            timer.NextUnsettled = null;

            // Since then it may have been cancelled, or armed for a moment that is known.
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

    /// <summary>Puts a timer that is not in the wheel where its deadline belongs.</summary>
    private void Add(LoopTimer timer)
    {
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

    /// <summary>Takes a timer out of the wheel.</summary>
    public void Remove(LoopTimer timer)
    {
        var slot = timer.Slot;
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

    /// <summary>To when the wheel's time was moved the time before last: what has come due since may still wait for its turn.</summary>
    public long LookedBefore { get; private set; }

    /// <summary>Moves the wheel's time on; what is due by then is in the due list.</summary>
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

            // Timers that lay in a wide slot, or whose deadline was moved on since, find a narrower or later place.
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
    }

    /// <summary>Takes the first timer that is due, or null.</summary>
    public LoopTimer? TakeDue()
    {
        if (DueCount == 0)
        {
            return null;
        }

        var timer = _slots[DueSlot]!;
        Remove(timer);
        return timer;
    }

    /// <summary>Brings the last of the due list into the order of their arming.</summary>
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

    /// <summary>The first occupied slot after the wheel's time: a lower level lies wholly before the next slot of a higher one.</summary>
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
