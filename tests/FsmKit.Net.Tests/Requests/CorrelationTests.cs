using System.Buffers;
using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that each response goes to the sender of its request.</summary>
public class CorrelationTests
{
    [Fact]
    public void Without_ids_responses_belong_to_the_requests_in_their_order()
    {
        using var net = new RequestNet();
        using var peer = net.Accept();
        Assert.Equal(Outcome.Handled, net.Ask("a", 1));
        net.Ask("b", 2);
        Assert.Equal("a\nb\n", net.Read(peer));
        Assert.Equal((0, 2), (net.Requester.WaitingRequests, net.Requester.RequestsInFlight));
        net.Answer(peer, "A\r");
        Assert.Equal([], net.Asker.Heard);
        net.Answer(peer, "\nB\n");

        Assert.Equal(["1 A", "2 B"], net.Asker.Heard);
        Assert.Equal((0, 2), (net.Requester.RequestsInFlight, net.Requester.Responses));
    }

    [Fact]
    public void With_ids_responses_come_in_any_order_and_ids_of_outstanding_requests_are_left_out()
    {
        using var net = new RequestNet(static requester => requester.Ids = new DigitIds());
        using var peer = net.Accept();
        net.Ask("a", 11);
        net.Ask("b", 12);
        net.Answer(peer, "2B\n");
        net.Ask("c", 13);
        net.Ask("d", 14);
        Assert.Equal("1a\n2b\n3c\n2d\n", net.Read(peer));
        net.Answer(peer, "3C\n2D\n1A\n");

        Assert.Equal(["12 B", "13 C", "14 D", "11 A"], net.Asker.Heard);
    }

    [Theory]
    [InlineData(false, "nobody asked\n")]
    [InlineData(true, "no id\n")]
    public void A_frame_that_answers_nothing_ends_the_connection(bool withIds, string frame)
    {
        using var net = new RequestNet(requester => requester.Ids = withIds ? new DigitIds() : null);
        using var peer = net.Accept();
        net.Answer(peer, frame);

        Assert.True(peer.IsEnded);
        Assert.Contains(net.Net.Log, static line => line.Contains("drops its connection", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_senders_get_their_own_answers_and_one_that_is_gone_none()
    {
        using var net = new RequestNet();
        using var peer = net.Accept();
        var other = net.Net.App.Create<Asker>("other", other => other.Requester = net.Requester);
        var gone = net.Net.App.Create<Asker>("gone", gone => gone.Requester = net.Requester);
        other.Send(new EvAsk("a", 1));
        gone.Send(new EvAsk("b", 1));
        net.Ask("c", 1);
        gone.Destroy();
        net.Answer(peer, "A\nB\nC\n");

        Assert.Equal(["1 A"], other.Heard);
        Assert.Equal(["1 C"], net.Asker.Heard);
        Assert.Empty(gone.Heard);
    }

    [Fact]
    public void A_sender_that_throws_does_not_take_the_other_answers()
    {
        using var net = new RequestNet(static requester => requester.Timeout = TimeSpan.FromSeconds(1));
        using var peer = net.Accept();
        net.Ask("a", 1);
        net.Ask("b", 2);
        net.Ask("c", 3);
        net.Ask("d", 4);
        net.Asker.OnAnswer = static _ => throw new InvalidOperationException("as told");
        net.Answer(peer, "A\nB\n");
        peer.Reset();
        net.Net.Settle();

        Assert.Equal(["1 A", "2 B", "3 ConnectionLost", "4 ConnectionLost"], net.Asker.Heard);
        Assert.Equal(4, net.Net.Log.Count(static line => line.Contains("A fault in", StringComparison.Ordinal)));
        net.Net.Log.Clear();
    }

    [Fact]
    public void A_request_asked_for_in_an_answer_goes_out()
    {
        using var net = new RequestNet(static requester => requester.MaxInFlight = 1);
        using var peer = net.Accept();
        var left = 3;
        net.Asker.OnAnswer = _ =>
        {
            if (left-- > 0)
            {
                net.Asker.Send(new EvAsk($"again {left}", left));
            }
        };
        net.Ask("first", 9);
        for (var i = 0; i < 4; i++)
        {
            Assert.NotEqual("", net.Read(peer));
            net.Answer(peer, "ok\n");
        }

        Assert.Equal(["9 ok", "2 ok", "1 ok", "0 ok"], net.Asker.Heard);
    }

    [Fact]
    public void A_request_that_cannot_be_written_or_answered_is_an_error_of_its_sender()
    {
        using var net = new RequestNet();
        Assert.Throws<ArgumentException>(() => net.Asker.Send(new EvAsk("two\nlines", 1)));
        Assert.Contains("Input<EvResponse>", Assert.Throws<GObjException>(() => net.Requester.Send(new EvRequest("a"u8))).Message, StringComparison.Ordinal);
        Assert.Equal(0, net.Requester.WaitingRequests);
    }

    [Theory]
    [InlineData(2, ByteOrder.BigEndian, "\u0001\u0002x")]
    [InlineData(4, ByteOrder.LittleEndian, "\u0002\u0001\0\0x")]
    [InlineData(8, ByteOrder.BigEndian, "\0\0\0\0\0\0\u0001\u0002x")]
    public void Prefixed_ids_are_written_and_read_in_their_order(int size, ByteOrder order, string bytes)
    {
        var ids = RequestIds.Prefixed(size, order);
        var output = new ArrayBufferWriter<byte>();
        ids.Write(output, 0x102, "x"u8);
        Assert.Equal(bytes, Encoding.Latin1.GetString(output.WrittenSpan));
        Assert.True(ids.TryRead(output.WrittenSpan, out var id, out var content));
        Assert.Equal((0x102UL, "x"), (id, Encoding.Latin1.GetString(content)));
        Assert.False(ids.TryRead(output.WrittenSpan[..(size - 1)], out _, out _));
        Assert.Throws<ArgumentOutOfRangeException>(static () => RequestIds.Prefixed(3));
    }
}
