using System.Buffers;

namespace FsmKit.Net;

/// <summary>Ids that are the first bytes of a frame.</summary>
internal sealed class PrefixedIds : RequestIds
{
    private readonly int _size;
    private readonly bool _isBigEndian;

    public PrefixedIds(int size, ByteOrder order)
    {
        if (size is not (2 or 4 or 8))
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "An id has 2, 4 or 8 bytes.");
        }

        (_size, _isBigEndian) = (size, order == ByteOrder.BigEndian);
    }

    public override ulong Largest => _size == sizeof(ulong) ? ulong.MaxValue : (1UL << (8 * _size)) - 1;

    public override void Write(IBufferWriter<byte> output, ulong id, ReadOnlySpan<byte> request)
    {
        ArgumentNullException.ThrowIfNull(output);
        Span<byte> prefix = stackalloc byte[_size];
        for (var i = 0; i < _size; i++)
        {
            prefix[_isBigEndian ? _size - 1 - i : i] = (byte)(id >> (8 * i));
        }

        output.Write(prefix);
        output.Write(request);
    }

    public override bool TryRead(ReadOnlySpan<byte> frame, out ulong id, out ReadOnlySpan<byte> response)
    {
        id = 0;
        response = default;
        if (frame.Length < _size)
        {
            return false;
        }

        for (var i = 0; i < _size; i++)
        {
            id = (id << 8) | frame[_isBigEndian ? i : _size - 1 - i];
        }

        response = frame[_size..];
        return true;
    }
}
