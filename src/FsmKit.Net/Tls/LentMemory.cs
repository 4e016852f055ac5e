using System.Buffers;

namespace FsmKit.Net;

/// <summary>Wraps a caller's span as a <see cref="Memory{T}"/>, for a call that needs a Memory and does not use it after its return.</summary>
/// <remarks>The caller keeps the span pinned from <see cref="Lend"/> to <see cref="TakeBack"/>.</remarks>
internal sealed unsafe class LentMemory : MemoryManager<byte>
{
    private byte* _start;
    private int _length;

    public Memory<byte> Lend(byte* start, int length)
    {
        _start = start;
        _length = length;
        return CreateMemory(length);
    }

    public void TakeBack()
    {
        _start = null;
        _length = 0;
    }

    public override Span<byte> GetSpan() => new(_start, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
