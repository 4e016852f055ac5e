using System.Buffers;
using System.Buffers.Binary;

namespace FsmKit.Net;

/// <summary>Frames behind a prefix that holds their length.</summary>
internal sealed class LengthFraming : Framing
{
    private readonly int _size;
    private readonly int _maxLength;
    private readonly bool _isBigEndian;
    private readonly int _counted;

    public LengthFraming(int size, int maxLength, ByteOrder order, bool countsPrefix)
        : base(Checked(size, maxLength))
    {
        (_size, _maxLength, _isBigEndian, _counted) = (size, maxLength, order == ByteOrder.BigEndian, countsPrefix ? size : 0);
        var mostWritten = size == sizeof(ulong) ? ulong.MaxValue : (1UL << (8 * size)) - 1;
        if ((ulong)maxLength + (ulong)_counted > mostWritten)
        {
            _maxLength = (int)(mostWritten - (ulong)_counted);
        }
    }

    public override FrameStep Read(ReadOnlySpan<byte> bytes, ref int memory)
    {
        if (bytes.Length < _size)
        {
            return FrameStep.Incomplete();
        }

        var value = Length(bytes);
        if (value < (ulong)_counted)
        {
            return FrameStep.Broken(FrameFault.BadLength);
        }

        var length = value - (ulong)_counted;
        return length > (ulong)_maxLength ? FrameStep.Broken(FrameFault.TooLong)
            : (ulong)(bytes.Length - _size) < length ? FrameStep.Incomplete()
            : FrameStep.Frame(_size, (int)length, _size + (int)length);
    }

    public override void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> frame)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (frame.Length > _maxLength)
        {
            throw new ArgumentException(
                $"A frame of {frame.Length} bytes is longer than the {_maxLength} bytes that the framing allows. Send less, or raise maxLength on both sides.", nameof(frame));
        }

        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        if (_isBigEndian)
        {
            BinaryPrimitives.WriteUInt64BigEndian(prefix, (ulong)(frame.Length + _counted));
            prefix = prefix[^_size..];
        }
        else
        {
            BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)(frame.Length + _counted));
            prefix = prefix[.._size];
        }

        output.Write(prefix);
        output.Write(frame);
    }

    private static int Checked(int size, int maxLength)
    {
        if (size is not (1 or 2 or 4 or 8))
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "The prefix has 1, 2, 4 or 8 bytes.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxLength, Array.MaxLength / 2);
        return size + maxLength;
    }

    private ulong Length(ReadOnlySpan<byte> bytes)
    {
        var length = 0UL;
        for (var i = 0; i < _size; i++)
        {
            length = (length << 8) | bytes[_isBigEndian ? i : _size - 1 - i];
        }

        return length;
    }
}
