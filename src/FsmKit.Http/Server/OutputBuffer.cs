using System.Buffers;

namespace FsmKit.Http;

/// <summary>
/// What the channels of a loop write their responses into before they hand them to their gsocks: one for all of them, used like a stack,
/// so that a connection holds none.
/// </summary>
internal sealed class OutputBuffer : IBufferWriter<byte>
{
    private const int Usual = 128 * 1024;
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(Usual);

    /// <summary>How much is in it: the mark from which on a writer's bytes are its own.</summary>
    public int Count { get; private set; }

    /// <summary>What was written since the mark; valid until more is written.</summary>
    public ReadOnlySpan<byte> Since(int mark) => _bytes.AsSpan(mark, Count - mark);

    /// <summary>Forgets what was written since the mark.</summary>
    public void BackTo(int mark)
    {
        Count = mark;
        if (mark == 0 && _bytes.Length > Usual)
        {
            _bytes = GC.AllocateUninitializedArray<byte>(Usual);
        }
    }

    /// <summary>Forgets what is between the two marks; what was written behind it moves up.</summary>
    public void Remove(int mark, int end)
    {
        if (Count > end)
        {
            _bytes.AsSpan(end, Count - end).CopyTo(_bytes.AsSpan(mark));
        }

        BackTo(mark + Count - end);
    }

    public void Advance(int count) => Count += count;

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
