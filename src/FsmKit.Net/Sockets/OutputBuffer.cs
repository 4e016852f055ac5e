using System.Buffers;

namespace FsmKit.Net;

/// <summary>Bytes that wait to be sent: contiguous, in a pooled array, which is given back when they are gone.</summary>
internal sealed class OutputBuffer
{
    private byte[] _bytes = [];
    private int _start;

    public int Count { get; private set; }

    /// <summary>How many bytes are held to keep them in; none when there are none.</summary>
    public int Capacity => _bytes.Length;

    /// <summary>All of them.</summary>
    public ReadOnlySpan<byte> First => _bytes.AsSpan(_start, Count);

    public void Add(ReadOnlySpan<byte> data, int smallest)
    {
        if (data.IsEmpty)
        {
            return;
        }

        Reserve(data.Length, smallest);
        data.CopyTo(_bytes.AsSpan(_start + Count));
        Count += data.Length;
    }

    public void Remove(int count)
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
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        (_bytes, _start, Count) = ([], 0, 0);
    }

    private void Reserve(int more, int smallest)
    {
        if (_start + Count + more <= _bytes.Length)
        {
            return;
        }

        // Moving to the front is enough when that frees half the array; otherwise each byte is moved once per doubling.
        if (Count + more <= _bytes.Length / 2)
        {
            First.CopyTo(_bytes);
            _start = 0;
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(SizeFor(Count, more, smallest));
        First.CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        (_bytes, _start) = (larger, 0);
    }

    private static int SizeFor(int count, int more, int smallest) =>
        count == 0 ? Math.Max(smallest, more) : (int)Math.Min(Math.Max(smallest, ((long)count + more) * 2), Array.MaxLength);
}
