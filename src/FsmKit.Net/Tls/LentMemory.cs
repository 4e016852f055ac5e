using System.Buffers;

namespace FsmKit.Net;

/// <summary>A caller's span as a <see cref="Memory{T}"/>, for a call that takes nothing else and is over when it returns.</summary>
/// <remarks>The span stays pinned from <see cref="Lend"/> to <see cref="TakeBack"/>.</remarks>
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
