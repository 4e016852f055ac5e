using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Clients that end their stream, break their connection, or go on sending; and applications that close.</summary>
public class EndingTests
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";
    private const string Post = "POST / HTTP/1.1\nHost: a\nContent-Length: 10\n\n";

    [Fact]
    public void A_client_that_has_ended_its_stream_gets_all_its_answers()
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        var peer = bench.Connect(server, Get + Get);
        peer.End();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("open", peer.Ending);
            bench.Audience.Requests[i].Response.Send("late"u8);
            bench.Settle();
        }

        Assert.Equal(["late", "late"], peer.Answers().Select(static a => a.Text));
        Assert.Equal("FIN", peer.Ending);
        Assert.Equal(1, server.EndedFor(ChannelEndReason.PeerClosed));
    }

    [Fact]
    public void A_client_that_has_ended_its_stream_and_reads_slowly_gets_a_large_answer()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send(new byte[1_000_000]));
        var peer = bench.Connect(server);
        peer.Reads = false;
        peer.Send(Get);
        peer.End();
        for (var i = 0; i < 20; i++)
        {
            bench.Pass(1);
            peer.Take(65_536);
        }

        peer.Reads = true;
        Assert.Equal(1_000_000, peer.Only().Body.Length);
        Assert.Equal("FIN", peer.Ending);
    }

    [Theory]
    [InlineData("", ChannelEndReason.PeerClosed)]
    [InlineData("\n", ChannelEndReason.PeerClosed)]
    [InlineData("GET / HT", ChannelEndReason.RequestCutOff)]
    [InlineData(Post + "12345", ChannelEndReason.RequestCutOff)]
    [InlineData("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n5\nabcde\n", ChannelEndReason.RequestCutOff)]
    public void A_stream_that_ends_in_a_request_is_closed_without_an_answer(string request, ChannelEndReason reason)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, _) => Assert.Fail("This is no request."));
        var peer = bench.Connect(server, request);
        peer.End();

        Assert.Equal("", peer.Text);
        Assert.Equal("FIN", peer.Ending);
        Assert.Equal(1, server.EndedFor(reason));
        Assert.Equal(["opened channel_1", $"closed channel_1 {reason}"], bench.Audience.Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET / HT")]
    [InlineData(Post + "12345")]
    [InlineData(Get)]
    [InlineData(Get + Get)]
    public void A_reset_is_told_once_and_is_nobodys_error(string request)
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        var peer = bench.Connect(server, request);
        peer.Reset();

        Assert.Equal(1, server.EndedFor(ChannelEndReason.ConnectionBroken));
        Assert.Equal("closed channel_1 ConnectionBroken", bench.Audience.Events[^1]);
        Assert.Equal(0, server.NChannels);
        Assert.Empty(bench.Log);
        if (bench.Audience.Requests.Count > 0)
        {
            Assert.Equal(1, bench.Audience.Events.Count(static e => e.StartsWith("request", StringComparison.Ordinal)));
            bench.Audience.Channels[0].Send(new EvClose());
        }
    }

    [Fact]
    public void A_reset_in_the_middle_of_a_response_ends_it_quietly()
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        var peer = bench.Connect(server, Get);
        var response = bench.Audience.Requests[0].Response;
        var flushed = 0;
        peer.Reads = false;
        response.Write(new byte[500_000]);
        response.Flush(() => flushed++);
        bench.Settle();
        peer.Reset();
        response.Write(new byte[100]);
        response.Finish();
        bench.Settle();

        Assert.Equal(0, flushed);
        Assert.Equal(1, server.EndedFor(ChannelEndReason.ConnectionBroken));
        Assert.Empty(bench.Log);
    }

    [Fact]
    public void The_answer_to_a_bad_request_survives_what_its_client_goes_on_sending()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, _) => Assert.Fail("This is no request."));
        var peer = bench.Connect(server, "GET / HTTP/1.1\nHost : a\n\n");
        for (var i = 0; i < 50; i++)
        {
            peer.Send(new byte[10_000]);
        }

        Assert.Equal(400, peer.Only().Status);
        Assert.True(peer.Only().Closes);
        Assert.Equal(0, peer.Unsent);
        Assert.Equal("FIN", peer.Ending);
        peer.End();
        Assert.Equal(1, server.EndedFor(ChannelEndReason.BadRequest));
        Assert.Empty(bench.Log);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_client_that_never_ends_is_not_waited_for_for_ever(bool sends)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, _) => { });
        var peer = bench.Connect(server, "nonsense\n\n");
        for (var i = 0; i < 12; i++)
        {
            bench.Pass(1);
            if (sends)
            {
                peer.Send("more");
            }
        }

        Assert.Equal(400, peer.Only().Status);
        Assert.Equal(0, server.NChannels);
        Assert.Equal(1, server.EndedFor(ChannelEndReason.BadRequest));
    }

    [Fact]
    public void A_bad_request_behind_good_ones_is_answered_after_them()
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        var peer = bench.Connect(server);
        peer.SendInPieces(Get + Get + "nonsense\n\n" + Get, 11);
        bench.Audience.Requests[0].Response.Send("1"u8);
        bench.Settle();
        bench.Audience.Requests[1].Response.Send("2"u8);
        bench.Settle();

        Assert.Equal([200, 200, 400], peer.Answers().Select(static a => a.Status));
        Assert.Equal(2, bench.Audience.Requests.Count);
        peer.End();
        Assert.Equal(0, server.NChannels);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("GET / HT", false)]
    [InlineData(Post + "12345", false)]
    [InlineData("", true)]
    [InlineData("GET / HT", true)]
    [InlineData(Post + "12345", true)]
    [InlineData(Get, true)]
    public void A_channel_can_be_closed_or_dropped_wherever_it_is(string request, bool drops)
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        var peer = bench.Connect(server, request);
        var channel = bench.Audience.Channels[0];
        for (var i = 0; i < 2; i++)
        {
            Assert.NotEqual(Outcome.Refused, drops ? channel.Send(new EvDrop()) : channel.Send(new EvClose()));
            bench.Settle();
        }

        Assert.Equal("", peer.Text);
        Assert.NotEqual("open", peer.Ending);
        peer.End();
        Assert.Equal(1, server.EndedFor(ChannelEndReason.ClosedByApplication));
        Assert.Equal(0, server.NChannels);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_channel_that_is_told_to_close_answers_first(bool hasBegun)
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        var peer = bench.Connect(server, Get + Get);
        var response = bench.Audience.Requests[0].Response;
        if (hasBegun)
        {
            response.Write("begun "u8);
            response.Flush();
        }

        bench.Audience.Channels[0].Send(new EvClose());
        bench.Settle();
        Assert.Equal("open", peer.Ending);
        response.Write("answered"u8);
        response.Finish();
        bench.Settle();

        Assert.Equal(hasBegun ? "begun answered" : "answered", peer.Only().Text);
        Assert.Equal(!hasBegun, peer.Only().Closes);
        Assert.Equal("FIN", peer.Ending);
        peer.End();
        Assert.Equal(1, server.EndedFor(ChannelEndReason.ClosedByApplication));
    }

    [Fact]
    public void Dropping_a_channel_in_its_request_sends_nothing_more()
    {
        using var bench = new HttpBench();
        bench.Audience.OnRequest = static e =>
        {
            var response = e.Response;
            e.Channel.Send(new EvDrop());
            response.Send("too late"u8);
        };
        var server = bench.Serve();
        var peer = bench.Connect(server, Get + Get);

        Assert.Equal("", peer.Text);
        Assert.Equal(1, server.EndedFor(ChannelEndReason.ClosedByApplication));
        Assert.Equal(3, bench.Audience.Events.Count);
    }
}
