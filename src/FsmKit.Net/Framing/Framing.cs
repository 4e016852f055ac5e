using System.Buffers;

namespace FsmKit.Net;

/// <summary>
/// Rule by which a stream of bytes is cut into frames, one per <see cref="EvFrame"/>. A framing has no state, so any number of connections share
/// one object.
/// </summary>
/// <remarks>A protocol with another rule derives a class of its own.</remarks>
public abstract class Framing
{
    /// <summary>Creates a framing.</summary>
    /// <param name="maxHeld">
    /// Largest number of received bytes that an incomplete frame may have, with its prefix or delimiter. If one byte more does not complete
    /// the frame, the frame is too long (<see cref="FrameFault.TooLong"/>). Range: more than 0.
    /// </param>
    protected Framing(int maxHeld)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxHeld);
        MaxHeld = maxHeld;
    }

    /// <summary>Largest number of received bytes that an incomplete frame may have.</summary>
    public int MaxHeld { get; }

    /// <summary>Returns a framing whose frames are lines. A line ends with LF or with CR LF, which are no part of the frame.</summary>
    /// <param name="maxLength">Largest length of a line in bytes, without its end. Default: 8192. Range: 0 or more.</param>
    /// <param name="tooLong">Treatment of a longer line. Default: the connection is closed.</param>
    /// <param name="writtenEnd">End of the lines that <see cref="Write"/> makes. Default: LF.</param>
    public static Framing Lines(int maxLength = 8192, LongLines tooLong = LongLines.Close, LineEnd writtenEnd = LineEnd.Lf) =>
        new LineFraming(maxLength, tooLong == LongLines.Skip, writtenEnd);

    /// <summary>Returns a framing whose frames follow a prefix, which holds their length as an unsigned number.</summary>
    /// <param name="prefixSize">Size of the prefix in bytes: 1, 2, 4 or 8. Default: 4.</param>
    /// <param name="maxLength">Largest length of a frame in bytes, without its prefix. Default: 1,048,576. Range: 0 or more.</param>
    /// <param name="byteOrder">Order of the bytes of the prefix. Default: big-endian, the order of the network.</param>
    /// <param name="countsPrefix">Whether the length in the prefix includes the prefix itself. Default: false.</param>
    public static Framing LengthPrefixed(
        int prefixSize = 4, int maxLength = 1_048_576, ByteOrder byteOrder = ByteOrder.BigEndian, bool countsPrefix = false) =>
        new LengthFraming(prefixSize, maxLength, byteOrder, countsPrefix);

    /// <summary>Looks for the first frame. Called on the loop's thread, again with the same bytes and more until a frame is complete.</summary>
    /// <param name="bytes">All received bytes that no frame has used, at least one.</param>
    /// <param name="memory">
    /// Number that the framing keeps for this connection from call to call, such as the number of bytes already searched. 0 at the start of
    /// each frame.
    /// </param>
    /// <returns>One of the results that <see cref="FrameStep"/> creates.</returns>
    public abstract FrameStep Read(ReadOnlySpan<byte> bytes, ref int memory);

    /// <summary>Writes a frame with its prefix or delimiter, ready for <see cref="EvSendData"/>. Callable from any thread.</summary>
    /// <param name="output">Buffer that the frame is appended to.</param>
    /// <param name="frame">The content of the frame.</param>
    /// <exception cref="ArgumentException">The frame is too long, or contains a delimiter, so that the peer would read other frames.</exception>
    public abstract void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> frame);
}
