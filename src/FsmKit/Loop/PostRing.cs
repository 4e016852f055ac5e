using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>
/// A growing queue of many threads to one. Those that add hold a lock; the one that takes does not, up to the count that it has read
/// under the lock. Adding and taking allocates nothing once it has grown. A field of its owner, never copied.
/// </summary>
/// <remarks>
/// Items never move: where a ring is full, a larger one follows it, and the full one is left when it has been emptied. Positions count all
/// items that there ever were, and wrap around: only those that are near each other are compared.
/// </remarks>
internal struct PostRing<T>
{
    // Those that add.
    private Segment _last;
    private uint _added;
    private uint _base;
    private uint _limit;

    // The one that takes.
    private Segment _first;
    private uint _freed;

    public PostRing()
        : this(start: 0)
    {
    }

    /// <param name="start">The position of the first item: a test begins where positions wrap around soon.</param>
    public PostRing(uint start)
    {
        const int Length = 16;
        _first = _last = new(Length, start);
        _added = _base = _freed = start;
        _limit = start + Length;
    }

    /// <summary>How many have been added and not been freed; under the lock.</summary>
    public readonly int Count => (int)(_added - Volatile.Read(in _freed));

    /// <summary>Whether there is room for one more; under the lock. Without, <see cref="Reserve"/> may find some.</summary>
    public readonly bool HasRoom => _added != _limit;

    /// <summary>The one that was added last, unless <see cref="Reserve"/> came after it; under the lock.</summary>
    public readonly ref T Newest => ref _last.At(_added - 1);

    /// <summary>A copy of the newest items, so many of them, the oldest first; under the lock, by the one that takes.</summary>
    public readonly T[] CopyNewest(int count)
    {
        var copy = new T[count];
        var segment = _first;
        for (var i = 0; i < count; i++)
        {
            var at = _added - (uint)(count - i);
            while (segment.Next is { } next && (int)(at - next.Start) >= 0)
            {
                segment = next;
            }

            copy[i] = segment.At(at);
        }

        return copy;
    }

    /// <summary>What <see cref="Take"/> has led to, until it is freed.</summary>
    public readonly ref T Taken => ref _first.At(_freed);

    /// <summary>Makes room for so many more items: adding these asks for no memory. Under the lock.</summary>
    public void Reserve(int more)
    {
        if (_limit - _added < (uint)more)
        {
            Grow((uint)more);
        }
    }

    /// <summary>Adds an item where there is room; it is written where this leads to. Under the lock.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add() => ref _last.At(_added++);

    /// <summary>The oldest item, where there is one; its place is kept until <see cref="Free"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Take()
    {
        if (_first.Next is not null)
        {
            LeaveWhatIsEmpty();
        }

        return ref _first.At(_freed);
    }

    /// <summary>Empties the place of the oldest item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free()
    {
        var at = _freed;
        _first.At(at) = default!;
        Volatile.Write(ref _freed, at + 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LeaveWhatIsEmpty()
    {
        while (_first.Next is { } next && next.Start == _freed)
        {
            _first = next;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(uint more)
    {
        // What was freed since the last look is room again, unless it lies in a ring that is being left.
        var freed = Volatile.Read(ref _freed);
        if (freed - _base <= _added - _base)
        {
            _base = freed;
        }

        var length = (uint)_last.Items.Length;
        _limit = _base + length;
        if (_limit - _added < more)
        {
            while (length < more || length == (uint)_last.Items.Length)
            {
                length *= 2;
            }

            _last = _last.Next = new Segment((int)length, _added);
            _base = _added;
            _limit = _added + length;
        }
    }

    private sealed class Segment(int length, uint start)
    {
        public readonly T[] Items = new T[length];
        public readonly uint Start = start;
        public volatile Segment? Next;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ref T At(uint position)
        {
            var items = Items;
            return ref items[position & (uint)(items.Length - 1)];
        }
    }
}
