using System.Buffers;

namespace FsmKit.Net;

/// <content>Sending of bytes that are not contiguous.</content>
public sealed partial class GSock
{
    private void AcSendSegmentsLater(in EvSendSegments e)
    {
        TxedMsgs++;
        Keep(e.Segments);
        _flushWhenConnected = true;
    }

    private void AcSendSegments(in EvSendSegments e)
    {
        var segments = e.Segments;
        if (segments.IsSingleSegment)
        {
            AcSend(new EvSendData(segments.FirstSpan));
            return;
        }

        TxedMsgs++;
        if (CanCork(segments.Length))
        {
            _frames!.HasCorked = true;
            Keep(segments);
            return;
        }

        if (_output.Count > 0)
        {
            Keep(segments);
            Flush();
            return;
        }

        var taken = Take(segments);
        if (taken == segments.Length)
        {
            SayDrained();
        }
        else if (taken >= 0)
        {
            Keep(segments.Slice(taken));
            WaitForRoom();
        }
    }

    private void Keep(in ReadOnlySequence<byte> segments)
    {
        foreach (var segment in segments)
        {
            Keep(segment.Span);
        }
    }

    /// <summary>Hands segments to the link. Returns the number of bytes taken, or -1 if the link broke.</summary>
    private int Take(in ReadOnlySequence<byte> segments)
    {
        var slice = SendBytes > 0 && segments.Length > SendBytes ? segments.Slice(0, SendBytes) : segments;
        var taken = NoteTaken(_link!.Send(in slice, out var error), error);
        if (taken > 0 && IsDumping)
        {
            NetLog.Data(Logger, Dump.Sent(this, slice.Slice(0, taken).ToArray()));
        }

        return taken;
    }
}
