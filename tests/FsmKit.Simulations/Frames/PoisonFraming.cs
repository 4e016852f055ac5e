using System.Buffers;
using FsmKit.Net;
using FsmKit.Simulations.Http;

namespace FsmKit.Simulations.Frames;

/// <summary>Lines, with a fault of the application: an exception at a line that begins with an exclamation mark.</summary>
internal sealed class PoisonFraming() : Framing(LongestLine)
{
    private const int LongestLine = 100;

    private readonly Framing _lines = Lines(LongestLine - 1);

    /// <inheritdoc/>
    public override FrameStep Read(ReadOnlySpan<byte> bytes, ref int memory) => bytes[0] == '!' ? throw new ExpectedException() : _lines.Read(bytes, ref memory);

    /// <inheritdoc/>
    public override void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> frame) => _lines.Write(output, frame);
}
