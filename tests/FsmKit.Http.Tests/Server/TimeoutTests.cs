using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Tests of timeouts, in time that the test moves. Each timeout ends its own subject and nothing else.</summary>
public class TimeoutTests
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";
    private static readonly HttpHandler Hello = static (_, response) => response.Send("hello"u8);

    [Fact]
    public void A_connection_without_a_request_is_closed_after_KeepAliveTimeout_and_never_before()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello, static server => server.KeepAliveTimeout = TimeSpan.FromSeconds(20));
        var mute = bench.Connect(server);
        var busy = bench.Connect(server);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("open", busy.Ending);
            busy.Send(Get);
            bench.Pass(19.5);
        }

        Assert.Equal("FIN", mute.Ending);
        Assert.Equal("", mute.Text);
        Assert.Equal("open", busy.Ending);
        bench.Pass(4);
        Assert.Equal("FIN", busy.Ending);
        Assert.Equal(3, busy.Answers().Count);
        mute.End();
        busy.End();
        Assert.Equal(2, server.EndedFor(ChannelEndReason.KeepAliveTimeout));
    }

    [Fact]
    public void InactivityTimeout_ends_it_where_it_is_the_shorter_one()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello, static server => server.InactivityTimeout = TimeSpan.FromSeconds(10));
        var peer = bench.Connect(server);
        peer.End();
        peer = bench.Connect(server);
        bench.Pass(12);
        peer.End();

        Assert.Equal(1, server.EndedFor(ChannelEndReason.InactivityTimeout));
    }

    [Fact]
    public void Zero_is_for_ever()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static server =>
        {
            server.KeepAliveTimeout = server.InactivityTimeout = server.HeadTimeout = server.ResponselessTimeout = TimeSpan.Zero;
            server.MinBodyRate = server.MinResponseRate = 0;
        });
        HttpPeer[] peers = [bench.Connect(server), bench.Connect(server, "GET / HT"), bench.Connect(server, Get),
            bench.Connect(server, "POST / HTTP/1.1\nHost: a\nContent-Length: 10\n\n1")];
        bench.Pass(100_000, 10_000);

        Assert.All(peers, static peer => Assert.Equal("open", peer.Ending));
    }

    [Fact]
    public void A_head_has_a_time_however_it_comes()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello, static server => server.HeadTimeout = TimeSpan.FromSeconds(10));
        var drip = bench.Connect(server);
        var other = bench.Connect(server);
        for (var i = 0; i < 12; i++)
        {
            drip.Send("GET / HTTP/1.1\nHost: a\nX: y\n"[i..(i + 1)]);
            other.Send(Get);
            bench.Pass(1);
        }

        Assert.Equal(408, drip.Only().Status);
        Assert.True(drip.Only().Closes);
        Assert.Equal("FIN", drip.Ending);
        Assert.Equal(12, other.Answers().Count);
        drip.End();
        Assert.Equal(1, server.EndedFor(ChannelEndReason.HeadTimeout));
        Assert.Empty(bench.Log);
    }

    [Fact]
    public void The_time_of_a_head_begins_with_its_first_byte()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello, static server => server.HeadTimeout = TimeSpan.FromSeconds(10));
        var peer = bench.Connect(server, Get);
        bench.Pass(60);
        peer.Send(Get[..5]);
        bench.Pass(9);
        peer.Send(Get[5..]);

        Assert.Equal(2, peer.Answers().Count);
    }

    [Fact]
    public void Line_ends_alone_do_not_keep_a_connection()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello, static server => server.KeepAliveTimeout = TimeSpan.FromSeconds(10));
        var peer = bench.Connect(server);
        for (var i = 0; i < 12; i++)
        {
            peer.Send("\n");
            bench.Pass(1);
        }

        Assert.Equal("FIN", peer.Ending);
    }

    [Fact]
    public void An_application_that_does_not_answer_is_503_and_its_late_answer_an_error()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static server => server.ResponselessTimeout = TimeSpan.FromSeconds(10));
        var peer = bench.Connect(server, Get + Get);
        var request = bench.Audience.Requests[0];
        var response = request.Response;
        bench.Pass(9);
        Assert.Equal("open", peer.Ending);
        bench.Pass(3);

        Assert.Equal(503, peer.Only().Status);
        Assert.True(peer.Only().Closes);
        Assert.Throws<InvalidOperationException>(() => response.Send("too late"u8));
        Assert.Equal(Outcome.Refused, bench.Audience.Channels[0].Send(new EvHttpResponse(response, "too late"u8)));
        peer.End();
        Assert.Equal(1, server.EndedFor(ChannelEndReason.ResponseTimeout));
        Assert.DoesNotContain("too late", peer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_that_has_begun_may_take_its_time()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static server => server.ResponselessTimeout = TimeSpan.FromSeconds(10));
        var peer = bench.Connect(server, Get);
        var response = bench.Audience.Requests[0].Response;
        response.Write("slow"u8);
        response.Flush();
        bench.Pass(1000, 1000);
        response.Finish();

        Assert.Equal("slow", peer.Only().Text);
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(50, true)]
    [InlineData(0, true)]
    public void A_body_must_come_with_a_rate(int bytesPerSecond, bool isTooSlow)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello, static server => server.MinBodyRate = 100);
        var peer = bench.Connect(server, "POST / HTTP/1.1\nHost: a\nContent-Length: 20000\n\n");
        for (var i = 0; i < 20; i++)
        {
            peer.Send(new byte[bytesPerSecond]);
            bench.Pass(1);
        }

        Assert.Equal(isTooSlow ? 408 : 200, peer.Only().Status);
        peer.End();
        Assert.Equal(isTooSlow ? 1 : 0, server.EndedFor(ChannelEndReason.BodyTooSlow));
    }

    [Fact]
    public void Who_was_fast_before_may_not_stand_still_now()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello, static server => server.MinBodyRate = 100);
        var peer = bench.Connect(server, "POST / HTTP/1.1\nHost: a\nContent-Length: 200000\n\n" + new string('x', 100_000));
        bench.Pass(4);
        Assert.Equal("", peer.Text);
        bench.Pass(12);

        Assert.Equal(408, peer.Only().Status);
    }

    [Fact]
    public void A_body_that_the_server_itself_does_not_take_is_not_slow()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(server => server.MinBodyRate = 1000);
        var peer = bench.Connect(server, Get + "POST / HTTP/1.1\nHost: a\nContent-Length: 200000\n\n");
        peer.Send(new byte[200_000]);
        bench.Pass(100);
        Assert.True(peer.Unsent > 0);
        bench.Audience.Requests[0].Response.Send("1"u8);
        bench.Settle();
        bench.Audience.Requests[1].Response.Send("2"u8);
        bench.Settle();

        Assert.Equal(["1", "2"], peer.Answers().Select(static a => a.Text));
    }

    [Fact]
    public void Short_windows_are_looked_at_often_enough()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello, static server => server.HeadTimeout = TimeSpan.FromMilliseconds(80));
        var peer = bench.Connect(server, "GET");
        bench.Pass(0.1, 5);

        Assert.Equal(408, peer.Only().Status);
    }

    [Fact]
    public void Without_channels_nobody_looks_at_the_clock()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Hello);
        bench.Connect(server, Get).End();
        bench.Pass(3);

        Assert.False(server.IsTicking);
        bench.Connect(server);
        Assert.True(server.IsTicking);
    }
}
