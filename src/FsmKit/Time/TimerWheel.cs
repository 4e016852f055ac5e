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
/// </remarks>
internal sealed class TimerWheel
{
    /// <summary>The list of those that are due.</summary>
    public const int DueSlot = Levels * Slots;

    private const int Levels = 10;
    private const int SlotBits = 6;
    private const int Slots = 1 << SlotBits;

    // A slot holds the first timer of a ring: its Previous is the last one.
    private readonly LoopTimer?[] _slots = new LoopTimer?[DueSlot + 1];
    private readonly ulong[] _occupied = new ulong[Levels];
    private readonly List<LoopTimer> _unsorted = [];
    private long _now;
    private long _turns;

    /// <summary>How many timers are armed.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them wait in the list of those that are due.</summary>
    public int DueCount { get; private set; }

    /// <summary>The time until which nothing has to be done, or -1 without timers.</summary>
    public long NextTime => Count == 0 ? -1 : DueCount > 0 ? _now : NextSlot().Time;

    /// <summary>The number of an arming.</summary>
    public long NextTurn() => ++_turns;

    /// <summary>Puts a timer that is not in the wheel where its deadline belongs.</summary>
    public void Add(LoopTimer timer)
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

    /// <summary>Moves the wheel's time on; what is due by then is in the due list.</summary>
    public void Advance(long time)
    {
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
        var timer = _slots[DueSlot];
        if (timer is not null)
        {
            Remove(timer);
        }

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
        timer.Slot = slot;
        Count++;
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
