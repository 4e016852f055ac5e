using System.Buffers;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that bytes of several segments arrive in order, in few pieces.</summary>
public class SegmentTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(3, 5)]
    [InlineData(40, 4096)]
    [InlineData(2, 200_000)]
    public void All_segments_arrive_in_order(int count, int size)
    {
        using var net = new FrameNet(null, static _ => { });
        using var peer = net.Connect();
        var gsock = net.Session.Gsock;
        var bytes = new byte[count * size];
        new Random(count).NextBytes(bytes);
        gsock.SendSegments(Segment.Split(bytes, size));
        var got = new List<byte>();
        while (got.Count < bytes.Length)
        {
            var more = peer.Receive();
            net.Net.Settle();
            got.AddRange(more);
            Assert.False(more.Length == 0 && gsock.PendingBytes == 0, $"{got.Count} of {bytes.Length} bytes have come.");
        }

        Assert.Equal(bytes, got);
    }

    [Fact]
    public void Segments_are_sent_together()
    {
        using var net = new FrameNet(null, static _ => { });
        using var peer = net.Connect();
        var gsock = net.Session.Gsock;
        var before = gsock.TxedBytes;
        gsock.SendSegments(Segment.Split(new byte[16_384], 4096));

        Assert.Equal(16_384, gsock.TxedBytes - before);
        Assert.Equal(0, gsock.PendingBytes);
    }

    /// <summary>A part of a sequence.</summary>
    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Split(ReadOnlyMemory<byte> bytes, int size)
        {
            var first = new Segment { Memory = bytes[..size] };
            var last = first;
            for (var at = size; at < bytes.Length; at += size)
            {
                var next = new Segment { Memory = bytes.Slice(at, size), RunningIndex = at };
                last.Next = next;
                last = next;
            }

            return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
        }
    }
}
