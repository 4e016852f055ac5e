using System.Buffers;

namespace FsmKit;

/// <summary>Bytes that have to wait for something, in a pooled array that goes back with the last of them. A field, never copied: it may be moved.</summary>
/// <remarks>
/// An array longer than <see cref="LargestPooled"/> is the collector's after its use: the shared pool would keep as many of them as were ever
/// needed at the same time.
/// </remarks>
internal struct PooledBytes
{
    /// <summary>The longest array, in bytes, that comes from the shared pool and goes back to it.</summary>
    public const int LargestPooled = 128 * 1024;

    private byte[]? _array;
    private int _start;

    public int Count { get; private set; }

    /// <summary>How many bytes are held to keep them in; none when there are none.</summary>
    public readonly int Capacity => _array?.Length ?? 0;

    /// <summary>All of them, valid until the next change.</summary>
    public readonly ReadOnlySpan<byte> Span => _array.AsSpan(_start, Count);

    /// <summary>The array behind <see cref="Span"/>, valid until the next change.</summary>
    public readonly ArraySegment<byte> Segment => new(_array ?? [], _start, Count);

    /// <summary>Appends a copy.</summary>
    /// <param name="bytes">What to append.</param>
    /// <param name="smallest">How large the array is to be at first.</param>
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

    /// <summary>Puts a copy in front of what is there.</summary>
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

    /// <summary>Forgets the first ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
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

        // Moving to the front is enough when that frees half the array; otherwise each byte is moved once per doubling.
        if ((long)Count + more <= Capacity / 2)
        {
            Span.CopyTo(_array);
            _start = 0;
            return;
        }

        var larger = Take(
            Count == 0 ? Math.Max(smallest, more) : (int)Math.Min(Math.Max(smallest, ((long)Count + more) * 2), Array.MaxLength));
        Span.CopyTo(larger);
        if (_array is not null)
        {
            GiveBack(_array);
        }

        (_array, _start) = (larger, 0);
    }

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
