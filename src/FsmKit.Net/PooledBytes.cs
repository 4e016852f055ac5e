using System.Buffers;

namespace FsmKit.Net;

/// <summary>Bytes that have to wait for something, in a pooled array that goes back with the last of them. A field, never copied.</summary>
internal struct PooledBytes
{
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

    public void Skip(int count)
    {
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
            ArrayPool<byte>.Shared.Return(_array);
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

        var larger = ArrayPool<byte>.Shared.Rent(
            Count == 0 ? Math.Max(smallest, more) : (int)Math.Min(Math.Max(smallest, ((long)Count + more) * 2), Array.MaxLength));
        Span.CopyTo(larger);
        if (_array is not null)
        {
            ArrayPool<byte>.Shared.Return(_array);
        }

        (_array, _start) = (larger, 0);
    }
}
