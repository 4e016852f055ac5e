using System.Buffers;

namespace FsmKit.Net;

/// <summary>
/// Defines where a request and its response carry the number (id) that shows that they belong together. With ids the responses may come in
/// any order. An object has no state, so any number of requesters share it.
/// </summary>
/// <remarks>A protocol with ids in another place derives a class of its own.</remarks>
public abstract class RequestIds
{
    /// <summary>Largest id. The ids begin at 1 and start again after the largest; ids of outstanding requests are left out.</summary>
    public abstract ulong Largest { get; }

    /// <summary>Returns ids that are the first bytes of each request and of each response.</summary>
    /// <param name="size">Size of an id in bytes: 2, 4 or 8. Default: 4.</param>
    /// <param name="byteOrder">Order of the bytes of an id. Default: big-endian.</param>
    public static RequestIds Prefixed(int size = 4, ByteOrder byteOrder = ByteOrder.BigEndian) => new PrefixedIds(size, byteOrder);

    /// <summary>Writes a request with its id, without <see cref="Framing"/>. Called on the loop's thread.</summary>
    /// <param name="output">Buffer that the request is appended to.</param>
    /// <param name="id">The id.</param>
    /// <param name="request">The content of the request.</param>
    public abstract void Write(IBufferWriter<byte> output, ulong id, ReadOnlySpan<byte> request);

    /// <summary>Reads the id of a response. Called on the loop's thread.</summary>
    /// <param name="frame">The received frame.</param>
    /// <param name="id">The id.</param>
    /// <param name="response">The content of the response, a part of the frame.</param>
    /// <returns>False when the frame is no response; the connection is then dropped.</returns>
    public abstract bool TryRead(ReadOnlySpan<byte> frame, out ulong id, out ReadOnlySpan<byte> response);
}
