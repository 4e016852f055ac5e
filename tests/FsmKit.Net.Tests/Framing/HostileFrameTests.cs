using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Input that would use up memory, or that no honest peer sends: the smallest answer, and the end of the connection.</summary>
public class HostileFrameTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(700)]
    public void A_line_without_an_end_is_answered_once_and_ends_the_connection(int chunk)
    {
        using var net = new FrameNet(Framing.Lines(1000), static session => session.OnFault = static session => session.Say("too long\n"));
        using var peer = net.Connect();
        var most = 0;
        for (var sent = 0; sent < 3000; sent += chunk)
        {
            net.Say(peer, new string('x', chunk));
            most = Math.Max(most, net.Owner.Children.OfType<FrameTalker>().SingleOrDefault()?.Gsock.HeldBytes ?? 0);
        }

        Assert.InRange(most, 1, 1001);
        Assert.Equal(["connected", "fault TooLong"], net.Heard);
        Assert.Equal("too long\n", FrameNet.Read(peer));
        Assert.True(peer.IsEnded);
        peer.End();
        net.Net.Settle();
        Assert.Equal(["connected", "fault TooLong", "disconnected BadFrame", "gone"], net.Heard);
    }

    [Theory]
    [InlineData(8, "\u0080\0\0\0\0\0\0\0")]
    [InlineData(8, "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff")]
    [InlineData(4, "\u00ff\u00ff\u00ff\u00ff")]
    [InlineData(4, "\u0080\0\0\0")]
    public void A_length_beyond_the_limit_takes_no_memory_and_ends_the_connection(int size, string prefix)
    {
        using var net = new FrameNet(Framing.LengthPrefixed(size));
        using (var peer = net.Connect())
        {
            net.Say(peer, prefix, "more");
            Assert.Equal(0, net.Session.Gsock.HeldBytes);
            Assert.True(peer.IsEnded);
        }

        net.Net.Settle();
        Assert.Equal(["connected", "fault TooLong", "disconnected BadFrame", "gone"], net.Heard);
    }

    [Fact]
    public void A_peer_that_never_ends_its_stream_after_a_fault_is_cut_off()
    {
        using var net = new FrameNet(Framing.Lines(10));
        using var peer = net.Connect();
        net.Say(peer, new string('x', 12));
        net.Net.Pass((int)net.Session.Gsock.LingerTimeout.TotalMilliseconds + 1);

        Assert.Equal(["connected", "fault TooLong", "disconnected BadFrame", "gone"], net.Heard);
    }

    [Fact]
    public void A_long_line_that_is_skipped_holds_no_memory_and_is_told_once()
    {
        using var net = new FrameNet(Framing.Lines(1000, LongLines.Skip));
        using var peer = net.Connect();
        for (var i = 0; i < 100; i++)
        {
            net.Say(peer, new string('x', 1002));
            Assert.Equal(0, net.Session.Gsock.HeldBytes);
        }

        net.Say(peer, "\nnext\n");
        Assert.Equal(["connected", "fault TooLong", "next"], net.Heard);
    }

    [Fact]
    public void An_announced_frame_takes_memory_only_for_the_bytes_that_came()
    {
        using var net = new FrameNet(Framing.LengthPrefixed(4, 100_000_000));
        using var peer = net.Connect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        net.Say(peer, "\u0005\u00f5\u00e1\0", "abc");

        Assert.Equal(7, net.Session.Gsock.HeldBytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void A_framing_of_the_application_cannot_hold_more_than_it_says_nor_spin()
    {
        using var net = new FrameNet(new Odd(step: FrameStep.Incomplete()));
        using var peer = net.Connect();
        net.Say(peer, new string('x', 21));
        Assert.Equal(["connected", "fault TooLong"], net.Heard);

        using var other = new FrameNet(new Odd(FrameStep.Frame(0, 0, 0)));
        using var second = other.Connect();
        other.Say(second, "x");
        Assert.Contains(other.Net.Log, static line => line.Contains("uses at least one byte", StringComparison.Ordinal));
        Assert.Equal(["connected", "disconnected Faulted", "gone"], other.Heard);
        other.Net.Log.Clear();
    }

    [Fact]
    public void A_framing_that_throws_ends_the_connection_without_a_session_too()
    {
        using var net = new MemoryNet();
        var (talker, server) = net.Listen(static server => server.Framing = new Odd(FrameStep.Frame(0, 2, 1)));
        using var peer = net.Peer(server);
        peer.Send("x"u8);
        net.Settle();

        Assert.True(peer.IsEnded);
        Assert.Equal("disconnected Broken SocketError", talker.Events[^1]);
        Assert.Equal(0, server.NGsocks);
        Assert.Contains(net.Log, static line => line.Contains("uses at least one byte", StringComparison.Ordinal));
        net.Log.Clear();
    }

    [Fact]
    public void A_frame_that_the_peer_would_read_otherwise_is_not_written()
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(() => Framing.Lines().Write(output, "GET a\nDEL b"u8.ToArray()));
        Assert.Throws<ArgumentException>(() => Framing.LengthPrefixed(1).Write(output, new byte[256]));
        Assert.Equal(0, output.WrittenCount);
        Framing.Lines(writtenEnd: LineEnd.CrLf).Write(output, "a"u8);
        Framing.LengthPrefixed(2, byteOrder: ByteOrder.LittleEndian, countsPrefix: true).Write(output, "b"u8);
        Assert.Equal("a\r\n\u0003\0b", Encoding.Latin1.GetString(output.WrittenSpan));
    }

    [Fact]
    public void Impossible_framings_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => Framing.Lines(-1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Framing.LengthPrefixed(3));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Framing.LengthPrefixed(4, -1));
        using var net = new FrameNet(null);
        using var peer = net.Connect();
        Assert.Throws<ArgumentOutOfRangeException>(() => net.Session.Gsock.ExpectBlock(-1));
    }

    private sealed class Odd(FrameStep step) : Framing(20)
    {
        public override FrameStep Read(ReadOnlySpan<byte> bytes, ref int memory) => step;

        public override void Write(System.Buffers.IBufferWriter<byte> output, ReadOnlySpan<byte> frame) => throw new NotSupportedException();
    }
}
