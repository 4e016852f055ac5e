using System.Buffers;

namespace FsmKit.Net;

/// <summary>Frames that are lines. The memory is the number of bytes without an LF, or <see cref="Skipping"/> inside a line that is dropped.</summary>
internal sealed class LineFraming : Framing
{
    private const int Skipping = -1;
    private readonly int _maxLength;
    private readonly bool _skips;
    private readonly LineEnd _end;

    public LineFraming(int maxLength, bool skips, LineEnd end)
        : base(Checked(maxLength) + 1)
    {
        // A held line has no LF, and its last byte may be the CR of its end.
        (_maxLength, _skips, _end) = (maxLength, skips, end);
    }

    public override FrameStep Read(ReadOnlySpan<byte> bytes, ref int memory)
    {
        if (memory == Skipping)
        {
            var rest = bytes.IndexOf((byte)'\n');
            memory = rest < 0 ? Skipping : 0;
            return FrameStep.Skip(rest < 0 ? bytes.Length : rest + 1);
        }

        var end = bytes[memory..].IndexOf((byte)'\n') + memory;
        if (end < memory)
        {
            memory = bytes.Length;
            return IsTooLong(bytes) ? TooLong(bytes.Length, Skipping, ref memory) : FrameStep.Incomplete();
        }

        var length = end > 0 && bytes[end - 1] == '\r' ? end - 1 : end;
        return length > _maxLength ? TooLong(end + 1, 0, ref memory) : FrameStep.Frame(0, length, end + 1);
    }

    public override void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> frame)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (frame.Contains((byte)'\n'))
        {
            throw new ArgumentException("A line contains an LF, so the peer would read two lines. Remove the LF, or write two lines.", nameof(frame));
        }

        output.Write(frame);
        output.Write(_end == LineEnd.CrLf ? "\r\n"u8 : "\n"u8);
    }

    private static int Checked(int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxLength, Array.MaxLength / 2);
        return maxLength;
    }

    /// <summary>Whether bytes without an LF are too long whatever follows.</summary>
    private bool IsTooLong(ReadOnlySpan<byte> bytes) => bytes.Length > _maxLength && (bytes.Length > MaxHeld || bytes[^1] != '\r');

    private FrameStep TooLong(int used, int next, ref int memory)
    {
        memory = next;
        return _skips ? FrameStep.Skip(used, FrameFault.TooLong) : FrameStep.Broken(FrameFault.TooLong);
    }
}
