using System.Numerics;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>Queue of bytes in a ring that grows as needed. The caller enforces a limit.</summary>
internal sealed class ByteRing
{
    private const int Smallest = 256;
    private byte[] _bytes = [];
    private int _head;

    public int Count { get; private set; }

    public void Write(ReadOnlySpan<byte> data)
    {
        if (Count + data.Length > _bytes.Length)
        {
            Grow(Count + data.Length);
        }

        var tail = (_head + Count) & (_bytes.Length - 1);
        var first = Math.Min(data.Length, _bytes.Length - tail);
        data[..first].CopyTo(_bytes.AsSpan(tail));
        data[first..].CopyTo(_bytes);
        Count += data.Length;
    }

    /// <summary>Removes the oldest bytes into the span. The ring must hold at least as many.</summary>
    public void Read(Span<byte> into)
    {
        Copy(into);
        _head = (_head + into.Length) & (_bytes.Length - 1);
        Count -= into.Length;
    }

    /// <summary>Copies the oldest bytes into the span and keeps them. The ring must hold at least as many.</summary>
    public void Copy(Span<byte> into)
    {
        var first = Math.Min(into.Length, _bytes.Length - _head);
        _bytes.AsSpan(_head, first).CopyTo(into);
        _bytes.AsSpan(0, into.Length - first).CopyTo(into[first..]);
    }

    /// <summary>Drops all bytes and the array.</summary>
    public void Clear() => (_bytes, _head, Count) = ([], 0, 0);

    private void Grow(int needed)
    {
        var larger = new byte[Math.Max(Smallest, (int)BitOperations.RoundUpToPowerOf2((uint)needed))];
        Copy(larger.AsSpan(0, Count));
        (_bytes, _head) = (larger, 0);
    }
}
