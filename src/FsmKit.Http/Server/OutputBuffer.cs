using System.Buffers;
using System.Diagnostics;

namespace FsmKit.Http;

/// <summary>
/// Buffer for responses before they go to the gsocks. All channels of a server share one buffer, used like a stack, so that a connection needs none.
/// </summary>
internal sealed class OutputBuffer : IBufferWriter<byte>
{
    private const int Usual = 128 * 1024;
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(Usual);

    /// <summary>Number of bytes in the buffer, which a writer takes as the mark where its own bytes begin.</summary>
    public int Count { get; private set; }

    /// <summary>Returns the bytes since the mark; valid until the next write.</summary>
    public ReadOnlySpan<byte> Since(int mark) => _bytes.AsSpan(mark, Count - mark);

    /// <summary>Drops the bytes since the mark.</summary>
    public void BackTo(int mark)
    {
        Debug.Assert(mark >= 0 && mark <= Count, "The bytes before a mark are there until their writer drops them.");
        Count = mark;
        if (mark == 0 && _bytes.Length > Usual)
        {
            _bytes = GC.AllocateUninitializedArray<byte>(Usual);
        }
    }

    /// <summary>Drops the bytes between two marks and moves the later bytes up.</summary>
    public void Remove(int mark, int end)
    {
        Debug.Assert(mark <= end && end <= Count, "The marks are in order.");
        if (Count > end)
        {
            _bytes.AsSpan(end, Count - end).CopyTo(_bytes.AsSpan(mark));
        }

        BackTo(mark + Count - end);
    }

    public void Advance(int count)
    {
        Debug.Assert(count >= 0 && count <= _bytes.Length - Count, "The writer stays in the span that it got.");
        Count += count;
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (_bytes.Length - Count < Math.Max(sizeHint, 1))
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, (long)Count + sizeHint)));
        }

        return _bytes.AsSpan(Count);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        GetSpan(sizeHint);
        return _bytes.AsMemory(Count);
    }
}
