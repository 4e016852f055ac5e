using System.Buffers;

namespace FsmKit;

/// <summary>
/// Queue of bytes in a pooled array, which is returned to the pool when the queue is empty. Use as a field and do not copy it: copies would
/// share the array.
/// </summary>
/// <remarks>
/// An array longer than <see cref="LargestPooled"/> is left to the garbage collector. The shared pool would keep as many large arrays as were
/// ever in use at the same time.
/// </remarks>
internal struct PooledBytes
{
    /// <summary>Length in bytes of the largest array that is rented from the shared pool.</summary>
    public const int LargestPooled = 128 * 1024;

    private byte[]? _array;
    private int _start;

    public int Count { get; private set; }

    /// <summary>Length of the array in bytes; 0 when the queue is empty.</summary>
    public readonly int Capacity => _array?.Length ?? 0;

    /// <summary>All bytes of the queue, valid until the next change.</summary>
    public readonly ReadOnlySpan<byte> Span => _array.AsSpan(_start, Count);

    /// <summary>The array behind <see cref="Span"/>, valid until the next change.</summary>
    public readonly ArraySegment<byte> Segment => new(_array ?? [], _start, Count);

    /// <summary>Appends a copy of <paramref name="bytes"/>.</summary>
    /// <param name="bytes">The bytes to append.</param>
    /// <param name="smallest">Smallest length of a new array, in bytes.</param>
    public void Add(ReadOnlySpan<byte> bytes, int smallest = 0)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        Reserve(bytes.Length, smallest);
        bytes.CopyTo(_array.AsSpan(_start + Count));
        Count += bytes.Length;
    }

    /// <summary>Inserts a copy of <paramref name="bytes"/> before all other bytes.</summary>
    public void AddFirst(ReadOnlySpan<byte> bytes)
    {
        if (Count == 0 || bytes.IsEmpty)
        {
            Add(bytes);
            return;
        }

        var behind = this;
        this = default;
        Add(bytes);
        Add(behind.Span);
        behind.Clear();
    }

    /// <summary>Removes the first <paramref name="count"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative or more than <see cref="Count"/>.</exception>
    public void Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)Count, nameof(count));
        _start += count;
        Count -= count;
        if (Count == 0)
        {
            Clear();
        }
    }

    public void Clear()
    {
        if (_array is not null)
        {
            GiveBack(_array);
        }

        (_array, _start, Count) = (null, 0, 0);
    }

    private void Reserve(int more, int smallest)
    {
        if ((long)_start + Count + more <= Capacity)
        {
            return;
        }

        // Move the bytes to the front only if at least half of the array is free then; so each byte is moved once per doubling on average.
        if ((long)Count + more <= Capacity / 2)
        {
            Span.CopyTo(_array);
            _start = 0;
            return;
        }

        var larger = Take(Count == 0 ? Math.Max(smallest, more) : (int)Math.Min(Math.Max(smallest, Doubled((long)Count + more)), Array.MaxLength));
        Span.CopyTo(larger);
        if (_array is not null)
        {
            GiveBack(_array);
        }

        (_array, _start) = (larger, 0);
    }

    /// <summary>Twice the length, unless only that would make the array too long for the pool.</summary>
    private static long Doubled(long length) => length <= LargestPooled ? Math.Min(length * 2, LargestPooled) : length * 2;

    private static byte[] Take(int length) =>
        length <= LargestPooled ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length);

    private static void GiveBack(byte[] array)
    {
        if (array.Length <= LargestPooled)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }
}
