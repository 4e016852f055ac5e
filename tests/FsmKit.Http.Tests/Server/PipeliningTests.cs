using System.Text;
using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Many requests at once: answered in order, with few sends, and with bounded memory under any client.</summary>
public class PipeliningTests
{
    private static string Get(int number) => $"GET /{number} HTTP/1.1\nHost: a\n\n";

    private static string Gets(int count) => string.Concat(Enumerable.Range(0, count).Select(Get));

    [Fact]
    public void A_thousand_requests_in_one_segment_are_answered_in_order_with_few_sends()
    {
        using var bench = new HttpBench(pipeCapacity: 1_000_000);
        var server = bench.Serve(static (request, response) => response.Send(request.Target));
        var peer = bench.Connect(server);
        var gsock = bench.Audience.Channels[0].Gsock;
        peer.Send(Gets(1000));

        Assert.Equal(Enumerable.Range(0, 1000).Select(static i => $"/{i}"), peer.Answers().Select(static a => a.Text));
        Assert.InRange(gsock.TxedMsgs, 1, 4);
        Assert.InRange(gsock.RxedMsgs, 1, 2);
    }

    [Fact]
    public void Requests_that_are_answered_later_are_told_one_after_the_other()
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(bench.Serve(), Gets(5));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(i + 1, bench.Audience.Requests.Count);
            bench.Audience.Requests[i].Response.Send(Encoding.ASCII.GetBytes($"answer {i}"));
            bench.Settle();
        }

        Assert.Equal(Enumerable.Range(0, 5).Select(static i => $"answer {i}"), peer.Answers().Select(static a => a.Text));
    }

    [Fact]
    public void Requests_of_several_channels_are_answered_in_any_order()
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        var peers = Enumerable.Range(0, 5).Select(i => bench.Connect(server, Get(i))).ToArray();
        foreach (var request in Enumerable.Reverse(bench.Audience.Requests))
        {
            request.Response.Send(request.Target);
        }

        Assert.All(peers.Index(), static one => Assert.Equal($"/{one.Index}", one.Item.Only().Text));
    }

    [Fact]
    public void A_request_that_is_answered_and_aborted_takes_the_next_one_not_with_it()
    {
        using var bench = new HttpBench();
        bench.Audience.OnRequest = e =>
        {
            bench.Audience.OnRequest = null;
            e.Response.Send("first"u8);
            e.Request.Abort();
        };
        var peer = bench.Connect(bench.Serve(), Gets(2));
        bench.Audience.Requests[0].Response.Send("second"u8);
        bench.Settle();

        Assert.Equal(["first", "second"], peer.Answers().Select(static a => a.Text));
        Assert.Equal("open", peer.Ending);
    }

    [Fact]
    public void A_request_that_is_aborted_is_not_answered_afterwards()
    {
        using var bench = new HttpBench();
        bench.Audience.OnRequest = static e =>
        {
            e.Request.Abort();
            e.Response.Send("first"u8);
        };
        var peer = bench.Connect(bench.Serve(), Gets(2));

        Assert.Empty(peer.Answers());
        Assert.Equal("RST", peer.Ending);
    }

    [Fact]
    public void While_a_request_waits_its_client_is_held_back()
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        var peer = bench.Connect(server, Get(0));
        var channel = bench.Audience.Channels[0];
        Assert.False(channel.Gsock.IsReceivePaused);
        peer.Send(Gets(20_000));

        Assert.True(channel.Gsock.IsReceivePaused);
        Assert.True(peer.Unsent > 0);
        Assert.InRange(channel.Gsock.RxedBytes, 1, 200_000);

        bench.Audience.OnRequest = static e => e.Response.Send("x"u8);
        bench.Audience.Requests[0].Response.Send("first"u8);
        bench.Settle();
        Assert.Equal(20_001, peer.Answers().Count);
        Assert.False(channel.Gsock.IsReceivePaused);
    }

    [Fact]
    public void A_client_that_asks_and_does_not_read_is_not_read_any_more()
    {
        using var bench = new HttpBench();
        var body = new byte[1000];
        var server = bench.Serve((_, response) => response.Send(body), static server => server.MinResponseRate = 0);
        var peer = bench.Connect(server);
        peer.Reads = false;
        var gsock = bench.Audience.Channels[0].Gsock;
        peer.Send(Gets(20_000));

        Assert.True(gsock.IsReceivePaused);
        Assert.InRange(gsock.PendingBytes, 1, 400_000);
        var (asked, requests) = (gsock.RxedBytes, bench.Audience.Channels[0].Requests);
        bench.Pass(10);
        Assert.Equal((asked, requests), (gsock.RxedBytes, bench.Audience.Channels[0].Requests));

        peer.Reads = true;
        bench.Until(() => peer.Unsent == 0 && gsock.PendingBytes == 0);
        Assert.Equal(20_000, peer.Answers().Count);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(7)]
    public void Pieces_of_any_size_make_the_same_requests(int size)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (request, response) => response.Send(request.HasBody ? request.BodyBytes : request.Target));
        var peer = bench.Connect(server);
        peer.SendInPieces(Get(1) + "POST /2 HTTP/1.1\nHost: a\nContent-Length: 5\n\nhello" + Get(3)
            + "POST /4 HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n3\nabc\n2\nde\n0\n\n" + Get(5), size);

        Assert.Equal(["/1", "hello", "/3", "abcde", "/5"], peer.Answers().Select(static a => a.Text));
    }

    [Fact]
    public void Line_ends_before_a_request_are_passed_over()
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(bench.Serve(static (_, response) => response.Send("x"u8)), "\n\n" + Get(0) + "\n" + Get(1) + "\n");

        Assert.Equal(2, peer.Answers().Count);
        Assert.Equal("open", peer.Ending);
    }
}
