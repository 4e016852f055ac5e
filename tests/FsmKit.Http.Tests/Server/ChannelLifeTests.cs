using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Channels begin, are counted and named, tell their end once, and are gone a cycle later.</summary>
public class ChannelLifeTests
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";

    [Fact]
    public void A_channel_is_opened_named_counted_closed_and_destroyed_in_the_next_cycle()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send("hello"u8));
        var one = bench.Connect(server, Get);
        bench.Connect(server);
        var channel = bench.Audience.Channels[0];

        Assert.Equal("hello", one.Only().Text);
        Assert.Equal(2, server.NChannels);
        Assert.Equal(["channel_1", "channel_2"], bench.Audience.Channels.Select(static c => c.Name));
        Assert.Same(server, channel.Parent);

        var wasDestroyed = true;
        bench.Audience.OnClosed = c => wasDestroyed = c.IsDestroyed;
        one.End();

        Assert.False(wasDestroyed);
        Assert.True(channel.IsDestroyed);
        Assert.Equal(1, server.NChannels);
        Assert.Equal(2, server.Channels);
        Assert.Equal(["opened channel_1", "opened channel_2", "closed channel_1 PeerClosed"], bench.Audience.Events);
        Assert.Equal(1, server.EndedFor(ChannelEndReason.PeerClosed));
        Assert.Equal("FIN", one.Ending);
    }

    [Fact]
    public void A_channel_has_the_parameters_of_its_server()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static server =>
        {
            (server.UrlScheme, server.InbufOverflow, server.MaximumSimultaneousRequests) = ("gopher", 1, 2);
            (server.MaxRequestHeaderSize, server.MaxRequestBodySize) = (300, 4);
            (server.InactivityTimeout, server.ResponselessTimeout) = (TimeSpan.FromHours(5), TimeSpan.FromHours(6));
        });
        bench.Connect(server);
        var channel = bench.Audience.Channels[0];

        Assert.Equal(("gopher", 1, 2), (channel.UrlScheme, channel.InbufOverflow, channel.MaximumSimultaneousRequests));
        Assert.Equal((300, 4), (channel.MaxRequestHeaderSize, channel.MaxRequestBodySize));
        Assert.Equal((TimeSpan.FromHours(5), TimeSpan.FromHours(6)), (channel.InactivityTimeout, channel.ResponselessTimeout));
        Assert.Same(server, channel.Server);
    }

    [Fact]
    public void Names_count_on_in_hexadecimal_and_never_come_back()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send(""u8));
        for (var i = 0; i < 17; i++)
        {
            bench.Connect(server).End();
        }

        Assert.Equal(0, server.NChannels);
        Assert.Equal("channel_11", bench.Audience.Channels[^1].Name);
        Assert.Equal(17, bench.Audience.Channels.Select(static c => c.Name).Distinct().Count());
    }

    [Fact]
    public void The_channels_tell_the_subscriber_that_the_server_names()
    {
        using var bench = new HttpBench();
        var other = bench.App.Create<Audience>("other");
        other.OnRequest = static e => e.Response.Send("other"u8);
        var server = bench.Serve(server => server.Subscriber = other);
        var peer = bench.Connect(server, Get);
        peer.End();
        server.Send(new EvStopServing());

        Assert.Equal("other", peer.Only().Text);
        Assert.Empty(bench.Audience.Events);
        Assert.Equal(["opened channel_1", "request GET /", "closed channel_1 PeerClosed", "stopped 0"], other.Events);
    }

    [Fact]
    public void A_subscriber_that_fails_when_a_channel_closes_does_not_keep_the_channel()
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        bench.Audience.OnClosed = static _ => throw new InvalidOperationException("on purpose");
        var server = bench.Serve(static (_, response) => response.Send(""u8));
        bench.Connect(server).End();

        Assert.Equal(0, server.NChannels);
        Assert.Equal(1, server.EndedFor(ChannelEndReason.PeerClosed));
        Assert.Contains(bench.Log, static line => line.Contains("on purpose", StringComparison.Ordinal));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_channel_that_is_ended_when_it_is_opened_leaves_nothing(bool destroys)
    {
        using var bench = new HttpBench();
        bench.Audience.OnOpened = channel =>
        {
            if (destroys)
            {
                channel.Destroy();
            }
            else
            {
                channel.Send(new EvDrop());
            }
        };
        var server = bench.Serve(static (_, response) => response.Send(""u8));
        var peer = bench.Connect(server, Get);

        Assert.Equal(0, server.NChannels);
        Assert.Equal(1, server.EndedFor(destroys ? ChannelEndReason.Destroyed : ChannelEndReason.ClosedByApplication));
        Assert.NotEqual("open", peer.Ending);
        server.Send(new EvStopServing());
        Assert.Equal("stopped 0", bench.Audience.Events[^1]);
    }

    [Fact]
    public void Destroying_a_channel_in_its_request_ends_the_connection_and_nothing_else()
    {
        using var bench = new HttpBench();
        bench.Audience.OnRequest = static e =>
        {
            if (e.Request.Path == "/kill")
            {
                var response = e.Response;
                e.Channel.Destroy();
                response.Send("too late"u8);
            }
            else
            {
                e.Response.Send("fine"u8);
            }
        };
        var server = bench.Serve();
        var other = bench.Connect(server, Get);
        var peer = bench.Connect(server, Get + "GET /kill HTTP/1.1\nHost: a\n\n" + Get);
        other.Send(Get);

        Assert.DoesNotContain("too late", peer.Text, StringComparison.Ordinal);
        Assert.NotEqual("open", peer.Ending);
        Assert.Equal(1, server.NChannels);
        Assert.Equal(1, server.EndedFor(ChannelEndReason.Destroyed));
        Assert.Equal(["fine", "fine"], other.Answers().Select(static a => a.Text));
    }

    [Fact]
    public void Destroying_the_server_in_a_request_ends_all_connections()
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        bench.Audience.OnRequest = _ => server.Destroy();
        var idle = bench.Connect(server);
        var peer = bench.Connect(server, Get + Get);

        Assert.NotEqual("open", peer.Ending);
        Assert.NotEqual("open", idle.Ending);
        Assert.All(bench.Audience.Channels, static channel => Assert.True(channel.IsDestroyed));
    }

    [Fact]
    public void Destroying_the_subscriber_in_its_request_answers_503()
    {
        using var bench = new HttpBench();
        var app = bench.App.Create<Audience>("app");
        app.OnRequest = _ => app.Destroy();
        var server = bench.Serve(server => server.Subscriber = app);
        var peer = bench.Connect(server, Get);

        Assert.Equal(503, peer.Only().Status);
    }
}
