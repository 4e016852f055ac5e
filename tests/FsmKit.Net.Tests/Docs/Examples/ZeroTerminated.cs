using System.Buffers;

namespace FsmKit.Net.Tests.Examples;

/// <summary>Frames that end with a zero byte.</summary>
public sealed class ZeroTerminated(int maxLength) : Framing(maxHeld: maxLength)
{
    public override FrameStep Read(ReadOnlySpan<byte> bytes, ref int memory)
    {
        var end = bytes[memory..].IndexOf((byte)0);
        if (end < 0)
        {
            memory = bytes.Length; // these need no second look
            return FrameStep.Incomplete();
        }

        end += memory;
        return FrameStep.Frame(start: 0, length: end, used: end + 1);
    }

    public override void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> frame)
    {
        if (frame.Contains((byte)0))
        {
            throw new ArgumentException("A frame contains no zero byte.", nameof(frame));
        }

        output.Write(frame);
        output.Write("\0"u8);
    }
}
