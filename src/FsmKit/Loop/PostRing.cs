using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>
/// Growing queue with many writing threads and one reading thread. Writers hold a lock. The reader needs no lock up to the count that it has read
/// under the lock. Once the queue is large enough, adding and taking allocate nothing. Use only as a field; never copy it.
/// </summary>
/// <remarks>
/// Items never move: a full ring is followed by a larger one and is left after it has been emptied. Positions count all items ever added and wrap
/// around, so only nearby positions may be compared.
/// </remarks>
internal struct PostRing<T>
{
    // State of the writers.
    private Segment _last;
    private uint _added;
    private uint _base;
    private uint _limit;

    // State of the reader.
    private Segment _first;
    private uint _freed;

    public PostRing()
        : this(start: 0)
    {
    }

    /// <param name="start">Position of the first item. A test sets it close to the wrap-around.</param>
    public PostRing(uint start)
    {
        const int Length = 16;
        _first = _last = new(Length, start);
        _added = _base = _freed = start;
        _limit = start + Length;
    }

    /// <summary>Number of items that have been added and not been freed. Under the lock.</summary>
    public readonly int Count => (int)(_added - Volatile.Read(in _freed));

    /// <summary>Whether there is room for one more item. Under the lock. If false, <see cref="Reserve"/> may find room.</summary>
    public readonly bool HasRoom => _added != _limit;

    /// <summary>The item that was added last, valid until <see cref="Reserve"/>. Under the lock.</summary>
    public readonly ref T Newest => ref _last.At(_added - 1);

    /// <summary>Copies the newest items, the oldest of them first. Under the lock, called by the reader.</summary>
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

    /// <summary>The item at a place, counted from the oldest, which is 0. On the thread that takes items.</summary>
    public readonly ref T At(int place)
    {
        var (position, segment) = (_freed + (uint)place, _first);
        while (segment.Next is { } next && (int)(position - next.Start) >= 0)
        {
            segment = next;
        }

        return ref segment.At(position);
    }

    /// <summary>The item that <see cref="Take"/> returned, until it is freed.</summary>
    public readonly ref T Taken => ref _first.At(_freed);

    /// <summary>Reserves room for this many more items, so that adding them allocates nothing. Under the lock.</summary>
    public void Reserve(int more)
    {
        if (_limit - _added < (uint)more)
        {
            Grow((uint)more);
        }
    }

    /// <summary>Adds an item, for which there must be room, and returns a reference through which it is written. Under the lock.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add()
    {
        Debug.Assert(HasRoom, "The caller has reserved room.");
        return ref _last.At(_added++);
    }

    /// <summary>Returns the oldest item, which must exist. Its place stays occupied until <see cref="Free"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Take()
    {
        if (_first.Next is not null)
        {
            LeaveWhatIsEmpty();
        }

        return ref _first.At(_freed);
    }

    /// <summary>Frees the place of the oldest item.</summary>
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
        // Places freed since the last check are available again, unless they lie in a ring that is being left.
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
