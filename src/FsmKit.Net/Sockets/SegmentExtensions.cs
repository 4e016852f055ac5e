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

        foreach (var segment in data)
        {
            var pending = gsock.PendingBytes;
            if (pending > 0 && (long)pending + segment.Length > Math.Min(MostCollected, gsock.OutbufOverflow))
            {
                gsock.Send(new EvFlushOutputData());
            }

            if (!gsock.IsConnected)
            {
                return;
            }

            gsock.Send(new EvWriteOutputData(segment.Span));
        }

        gsock.Send(new EvFlushOutputData());
    }
}
