using System.Buffers;

namespace FsmKit.Net;

/// <summary>Bytes that have to wait for something, in a pooled array that goes back with the last of them. A field, never copied.</summary>
internal struct PooledBytes
{
    private byte[]? _array;
    private int _start;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<byte> Span => _array.AsSpan(_start, Count);

    /// <summary>The array behind <see cref="Span"/>, valid until the next change.</summary>
    public readonly ArraySegment<byte> Segment => new(_array ?? [], _start, Count);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        if (_array is null || _start + Count + bytes.Length > _array.Length)
        {
            Move(Count + bytes.Length);
        }

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

    private void Move(int capacity)
    {
        var larger = ArrayPool<byte>.Shared.Rent(capacity);
        Span.CopyTo(larger);
        if (_array is not null)
        {
            ArrayPool<byte>.Shared.Return(_array);
        }

        (_array, _start) = (larger, 0);
    }
}
