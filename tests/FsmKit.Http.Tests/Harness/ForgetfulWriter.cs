using System.Buffers;

namespace FsmKit.Http.Tests;

/// <summary>
/// An output that keeps exactly its promises: bytes that were not advanced over are gone with the next span, which is no longer than the
/// size hint.
/// </summary>
internal sealed class ForgetfulWriter : IBufferWriter<byte>
{
    private byte[] _span = [];

    public List<byte> Written { get; } = [];

    public void Advance(int count)
    {
        Written.AddRange(_span.AsSpan(0, count));
        _span = [];
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        _span.AsSpan().Fill((byte)'?');
        return _span = new byte[Math.Max(1, sizeHint)];
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
