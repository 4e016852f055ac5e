using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Tests of limits: connections, requests at the same time, bytes of a head, bytes that wait.</summary>
public class LimitTests
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";
    private static readonly HttpHandler Hello = static (_, response) => response.Send("hello"u8);

    [Fact]
    public void A_connection_too_many_is_answered_503_and_takes_no_room()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello, static server => server.MaxConnections = 2);
        var first = bench.Connect(server, Get);
        bench.Connect(server);
        var third = bench.Connect(server);
        var answer = third.Only();

        Assert.Equal((503, "1", true), (answer.Status, answer["Retry-After"], answer.Closes));
        Assert.Equal("FIN", third.Ending);
        Assert.Equal(1, server.TurnedAway);

        // The third one has not gone yet; the room that the first one leaves is there nevertheless.
        first.End();
        var fourth = bench.Connect(server, Get);
        Assert.Equal("hello", fourth.Only().Text);
        third.End();
        Assert.Equal(1, server.EndedFor(ChannelEndReason.Refused));
        Assert.Equal(503, bench.Connect(server).Only().Status);
        Assert.Equal(2, server.TurnedAway);
    }

    [Trait("Category", "Slow")]
    [Fact]
    public void One_that_is_turned_away_again_and_again_does_not_grow_the_server()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello, static server => server.MaxConnections = 1);
        bench.Connect(server);
        for (var i = 0; i < 200; i++)
        {
            bench.Connect(server);
        }

        Assert.InRange(server.NChannels, 1, 65);
        Assert.Single(bench.Log, static line => line.Contains("as many as MaxConnections allows", StringComparison.Ordinal));
        bench.Pass(200);
        Assert.Equal(0, server.NChannels);
        Assert.Equal("hello", bench.Connect(server, Get).Answers()[^1].Text);
    }

    [Fact]
    public void A_request_too_many_at_the_same_time_is_503()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static server => server.MaximumSimultaneousRequests = 2);
        var peers = Enumerable.Range(0, 3).Select(_ => bench.Connect(server, Get)).ToArray();
        var answer = peers[2].Only();

        Assert.Equal((503, "1", true), (answer.Status, answer["Retry-After"], answer.Closes));
        peers[2].End();
        Assert.Equal(1, server.EndedFor(ChannelEndReason.TooManyRequests));
        Assert.Equal(2, bench.Audience.Requests.Count);

        bench.Audience.Requests[0].Response.Send("one"u8);
        peers[1].Reset();
        bench.Settle();
        bench.Connect(server, Get);
        bench.Connect(server, Get);
        Assert.Equal(4, bench.Audience.Requests.Count);
        Assert.Equal(503, bench.Connect(server, Get).Only().Status);
    }

    [Fact]
    public void Who_is_no_origin_is_not_even_read()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello, static server => server.Origins = AddressRanges.Parse("10.0.0.0/8"));
        var peer = bench.Connect(server, Get);

        Assert.Equal(("", "RST"), (peer.Text, peer.Ending));
        Assert.Equal(0, server.Channels);
        Assert.Equal(1, server.ServerSock.RefusalsFor(RefusalReason.NotAllowed));
    }

    [Fact]
    public void A_head_that_is_too_long_is_431()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello, static server => server.MaxRequestHeaderSize = 1000);
        var peer = bench.Connect(server, Get + $"GET / HTTP/1.1\nHost: a\nX: {new string('x', 2000)}\n\n");

        Assert.Equal([200, 431], peer.Answers().Select(static a => a.Status));
        Assert.Equal("FIN", peer.Ending);
    }

    [Fact]
    public void Many_small_fields_and_a_head_byte_by_byte_cost_little_memory()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello);
        var many = bench.Connect(server, "GET / HTTP/1.1\nHost: a\n" + string.Concat(Enumerable.Range(0, 10_000).Select(static i => $"X-{i}: y\n")) + "\n");
        var slow = bench.Connect(server);
        slow.SendInPieces("GET / HTTP/1.1\nHost: a\nX: " + new string('x', 5000) + "\n\n", 1);

        Assert.Equal(431, many.Only().Status);
        Assert.Equal(200, slow.Only().Status);
    }

    [Fact]
    public void A_response_that_runs_far_ahead_of_its_client_breaks_the_connection()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static server => server.OutbufOverflow = 300_000);
        var peer = bench.Connect(server, Get);
        peer.Reads = false;
        var response = bench.Audience.Requests[0].Response;
        for (var i = 0; i < 100; i++)
        {
            response.Write(new byte[10_000]);
        }

        bench.Settle();
        Assert.Equal(1, server.EndedFor(ChannelEndReason.OutputOverflow));
        Assert.True(response.IsOver);
        Assert.Contains(bench.Log, static line => line.Contains("OutbufOverflow", StringComparison.Ordinal));
    }

    [Fact]
    public void A_response_that_waits_for_its_flushes_may_be_as_long_as_it_likes()
    {
        using var bench = new HttpBench();
        var most = 0;
        var server = bench.Serve(static server => server.OutbufOverflow = 100_000);
        var peer = bench.Connect(server, Get);
        var response = bench.Audience.Requests[0].Response;
        var left = 200;
        void More()
        {
            if (left-- == 0)
            {
                response.Finish();
                return;
            }

            response.Write(new byte[50_000]);
            response.Flush(More);
            most = Math.Max(most, bench.Audience.Channels[0].Gsock.PendingBytes);
        }

        More();
        bench.Until(() => peer.Answers()[0].IsWhole);
        Assert.Equal(200 * 50_000, peer.Only().Body.Length);
        Assert.InRange(most, 0, 100_000);
    }
}
