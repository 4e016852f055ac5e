using System.Buffers;
using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that the frames of a stream do not depend on its reads.</summary>
public class FrameSplitTests
{
    public static TheoryData<string> Streams => [.. Cases.Keys];

    private static Dictionary<string, (Framing Framing, string Stream, string[] Heard)> Cases { get; } = new()
    {
        ["lines"] = (Framing.Lines(6), "one\r\n\ntwo\nth\rree\n\r\nsixsix\r\nrest", ["one", "", "two", "th\rree", "", "sixsix"]),
        ["a line that is too long"] = (Framing.Lines(3), "one\nfour\ntwo\n", ["one", "fault TooLong"]),
        ["a CR at the limit"] = (Framing.Lines(3), "one\r\nabc\rd\n", ["one", "fault TooLong"]),
        ["long lines skipped"] = (Framing.Lines(3, LongLines.Skip), "one\nfourfour\r\ntwo\nfour\nsix\n", ["one", "fault TooLong", "two", "fault TooLong", "six"]),
        ["one byte"] = (Framing.LengthPrefixed(1, 3), "\u0003abc\u0000\u0002de\u0004", ["abc", "", "de", "fault TooLong"]),
        ["two bytes"] = (Framing.LengthPrefixed(2), "\u0000\u0003abc\u0000\u0000\u0000\u0001x\u0000", ["abc", "", "x"]),
        ["four bytes, little-endian"] = (Framing.LengthPrefixed(4, 9, ByteOrder.LittleEndian), "\u0003\0\0\0abc\u0001\0\0\0x", ["abc", "x"]),
        ["eight bytes"] = (Framing.LengthPrefixed(8, 9), "\0\0\0\0\0\0\0\u0002ab\u0080\0\0\0\0\0\0\0", ["ab", "fault TooLong"]),
        ["a length that counts itself"] = (Framing.LengthPrefixed(2, 9, countsPrefix: true), "\0\u0004ab\0\u0002\0\u0001", ["ab", "", "fault BadLength"]),
        ["a framing of one's own"] = (new Quoted(), "'ab''c'''x", ["ab", "c", "", "fault Malformed"]),
    };

    [Theory, MemberData(nameof(Streams))]
    public void Every_split_into_three_reads_gives_the_same_frames(string name)
    {
        var (framing, stream, heard) = Cases[name];
        using var net = new FrameNet(framing);
        for (var first = 0; first <= stream.Length; first++)
        {
            for (var second = first; second <= stream.Length; second++)
            {
                Assert.Equal(heard, Hear(net, stream[..first], stream[first..second], stream[second..]));
            }
        }
    }

    [Theory, MemberData(nameof(Streams))]
    public void One_byte_per_read_gives_the_same_frames(string name)
    {
        var (framing, stream, heard) = Cases[name];
        using var net = new FrameNet(framing);

        Assert.Equal(heard, Hear(net, stream.Select(static one => one.ToString())));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void Random_frames_in_random_reads_come_as_they_were_written(int seed)
    {
        var random = new Random(seed);
        foreach (var framing in new[] { Framing.Lines(300), Framing.LengthPrefixed(2), Framing.LengthPrefixed(4, 1000, ByteOrder.LittleEndian, countsPrefix: true) })
        {
            var frames = Enumerable.Range(0, 50).Select(_ => new string((char)random.Next('a', 'z'), random.Next(300))).ToList();
            var stream = new ArrayBufferWriter<byte>();
            frames.ForEach(frame => framing.Write(stream, Encoding.Latin1.GetBytes(frame)));
            using var net = new FrameNet(framing, faults: new MemoryFaults { Seed = seed, FragmentReceives = true });
            using var peer = net.Connect();
            peer.Send(stream.WrittenSpan);
            net.Net.Pass(10);

            Assert.Equal(frames, net.Heard.Skip(1));
            Assert.Equal(0, net.Session.Gsock.HeldBytes);
        }
    }

    private static List<string> Hear(FrameNet net, params IEnumerable<string> reads)
    {
        net.Heard.Clear();
        using (var peer = net.Connect())
        {
            net.Say(peer, reads.Where(static read => read.Length > 0));
        }

        net.Net.Settle();
        Assert.Equal(0, net.Server.NGsocks);
        return [.. net.Heard.Where(static one => one is not ("connected" or "gone") && !one.StartsWith("disconnected", StringComparison.Ordinal))];
    }

    /// <summary>Frames between two apostrophes.</summary>
    private sealed class Quoted() : Framing(100)
    {
        public override FrameStep Read(ReadOnlySpan<byte> bytes, ref int memory)
        {
            if (bytes[0] != '\'')
            {
                return FrameStep.Broken(FrameFault.Malformed);
            }

            var length = bytes[1..].IndexOf((byte)'\'');
            return length < 0 ? FrameStep.Incomplete() : FrameStep.Frame(1, length, length + 2);
        }

        public override void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> frame) => throw new NotSupportedException();
    }
}
