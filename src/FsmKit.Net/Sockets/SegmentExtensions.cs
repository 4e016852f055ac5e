using System.Buffers;

namespace FsmKit.Net;

/// <summary>Sending of bytes that are not contiguous.</summary>
public static class SegmentExtensions
{
    /// <summary>Largest number of bytes that are copied together for one call of the system.</summary>
    private const int MostCollected = 64 * 1024;

    /// <summary>
    /// Sends all bytes of a sequence, in order, with as few calls of the system as possible: several segments are copied together, up to 64 KiB. On
    /// the loop's thread, like <see cref="EvSendData"/>, whose limits apply.
    /// </summary>
    /// <param name="gsock">The connected gsock.</param>
    /// <param name="data">The bytes, read only during the call.</param>
    public static void SendSegments(this GSock gsock, in ReadOnlySequence<byte> data)
    {
        ArgumentNullException.ThrowIfNull(gsock);
        if (data.IsSingleSegment)
        {
            gsock.Send(new EvSendData(data.FirstSpan));
            return;
        }

        var rest = data;
        var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(data.Length, MostCollected));
        try
        {
            while (!rest.IsEmpty && gsock.IsConnected)
            {
                var part = rest.Slice(0, Math.Min(rest.Length, MostCollected));
                part.CopyTo(bytes);
                gsock.Send(new EvSendData(bytes.AsSpan(0, (int)part.Length)));
                rest = rest.Slice(part.End);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
