using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Stop and restart of a server: open requests end well, idle connections end now, new clients wait until the restart.</summary>
[Trait("Category", "Slow")]
public class StoppingTests
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";

    [Fact]
    public void Idle_connections_end_at_once_and_it_is_told()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send("x"u8));
        var peer = bench.Connect(server, Get);
        var mute = bench.Connect(server);
        server.Send(new EvStopServing());
        bench.Settle();

        Assert.Equal(("FIN", "FIN"), (peer.Ending, mute.Ending));
        Assert.DoesNotContain("stopped 0", bench.Audience.Events);
        peer.End();
        mute.End();
        Assert.Equal("stopped 0", bench.Audience.Events[^1]);
        Assert.Equal(2, server.EndedFor(ChannelEndReason.ServerStopped));
    }

    [Fact]
    public void Idle_clients_that_do_not_end_hold_it_up_for_a_second()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send("x"u8));
        var peer = bench.Connect(server, Get);
        bench.Connect(server);
        server.Send(new EvStopServing());
        bench.Pass(0.9);
        Assert.DoesNotContain("stopped 0", bench.Audience.Events);
        bench.Pass(0.2);

        Assert.Equal("stopped 0", bench.Audience.Events[^1]);
        Assert.Equal("x", peer.Only().Text);
    }

    [Fact]
    public void Without_connections_it_is_told_at_once()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, _) => { });
        server.Send(new EvStopServing());
        server.Send(new EvStopServing());
        bench.Settle();

        Assert.Equal(["stopped 0"], bench.Audience.Events);
    }

    [Theory]
    [InlineData(Get, "")]
    [InlineData("GET / HT", "TP/1.1\nHost: a\n\n")]
    [InlineData("POST / HTTP/1.1\nHost: a\nContent-Length: 4\n\nab", "cd")]
    public void What_has_begun_is_answered_and_says_that_it_is_the_last(string begin, string rest)
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        var peer = bench.Connect(server, begin);
        server.Send(new EvStopServing());
        bench.Settle();
        peer.Send(rest);
        Assert.Equal("open", peer.Ending);
        Assert.Single(bench.Audience.Requests).Response.Send("done"u8);
        bench.Settle();

        Assert.Equal("done", peer.Only().Text);
        Assert.True(peer.Only().Closes);
        Assert.Equal("FIN", peer.Ending);
        peer.End();
        Assert.Equal(1, server.EndedFor(ChannelEndReason.ServerStopped));
        Assert.Equal("stopped 0", bench.Audience.Events[^1]);
    }

    [Fact]
    public void A_response_whose_head_is_sent_comes_to_its_end_and_its_connection_too()
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        var peer = bench.Connect(server, Get + Get);
        var response = bench.Audience.Requests[0].Response;
        response.Write("begun "u8);
        response.Flush();
        server.Send(new EvStopServing());
        bench.Settle();
        response.Write("ended"u8);
        response.Finish();
        bench.Settle();

        Assert.Equal("begun ended", peer.Only().Text);
        Assert.Equal("FIN", peer.Ending);
        Assert.Single(bench.Audience.Requests);
    }

    [Fact]
    public void Who_comes_meanwhile_waits_and_is_served_when_it_starts_again()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send("served"u8));
        bench.Connect(server, Get).End();
        server.Send(new EvStopServing());
        bench.Settle();
        var waiting = bench.Connect(server, Get);
        bench.Pass(100);
        Assert.Equal(("", "open"), (waiting.Text, waiting.Ending));
        server.Send(new EvStartServing());
        bench.Settle();

        Assert.Equal("served", waiting.Only().Text);
        Assert.False(waiting.Only().Closes);
        waiting.Send(Get);
        Assert.Equal(2, waiting.Answers().Count);
    }

    [Fact]
    public void What_does_not_end_in_time_is_dropped_and_counted()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static server => server.DrainTimeout = TimeSpan.FromSeconds(10));
        var peer = bench.Connect(server, Get);
        var half = bench.Connect(server, "GET / HT");
        var idle = bench.Connect(server);
        idle.End();
        server.Send(new EvStopServing());
        bench.Pass(9);
        Assert.Equal("open", peer.Ending);
        bench.Pass(2);

        Assert.NotEqual("open", peer.Ending);
        Assert.NotEqual("open", half.Ending);
        Assert.Equal("stopped 2", bench.Audience.Events[^1]);
        Assert.Equal(0, server.NChannels);
        bench.Audience.Requests[0].Response.Send("too late"u8);
    }

    [Fact]
    public void It_can_start_again_while_it_still_stops()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static server => server.DrainTimeout = TimeSpan.FromSeconds(10));
        var peer = bench.Connect(server, Get);
        server.Send(new EvStopServing());
        bench.Pass(5);
        server.Send(new EvStartServing());
        bench.Pass(20);
        bench.Audience.OnRequest = static e => e.Response.Send("new"u8);
        var other = bench.Connect(server, Get);
        bench.Audience.Requests[0].Response.Send("old"u8);
        bench.Settle();

        Assert.Equal("old", peer.Only().Text);
        Assert.Equal("new", other.Only().Text);
        Assert.DoesNotContain(bench.Audience.Events, static e => e.StartsWith("stopped", StringComparison.Ordinal));
    }

    [Fact]
    public void Under_load_every_request_that_was_told_is_answered()
    {
        using var bench = new HttpBench();
        var told = 0;
        var server = bench.Serve((_, response) =>
        {
            told++;
            response.Send("x"u8);
        });
        var peers = Enumerable.Range(0, 50).Select(_ => bench.Connect(server)).ToArray();
        for (var round = 0; round < 10; round++)
        {
            if (round == 5)
            {
                server.Send(new EvStopServing());
            }

            Array.ForEach(peers, static peer => peer.Send(Get + Get));
        }

        Array.ForEach(peers, static peer => peer.End());
        Assert.Equal(told, peers.Sum(static peer => peer.Answers().Count));
        Assert.Equal(500, told);
        Assert.Equal("stopped 0", bench.Audience.Events[^1]);
    }
}
