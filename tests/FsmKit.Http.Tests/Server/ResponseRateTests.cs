using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Checks the lowest rate at which a client takes its response.</summary>
public class ResponseRateTests
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";

    [Theory]
    [InlineData(50_000, false)]
    [InlineData(100, true)]
    [InlineData(0, true)]
    public void A_client_must_take_its_response_with_a_rate(int bytesPerSecond, bool isTooSlow)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send(new byte[1_000_000]), static server => server.MinResponseRate = 1000);
        var peer = bench.Connect(server);
        peer.Reads = false;
        peer.Send(Get);
        for (var i = 0; i < 30; i++)
        {
            bench.Pass(1);
            peer.Take(bytesPerSecond);
        }

        Assert.Equal(isTooSlow ? 1 : 0, server.EndedFor(ChannelEndReason.ResponseTooSlow));
        Assert.Equal(isTooSlow ? 0 : 1, server.NChannels);
    }

    [Theory]
    [InlineData(0, 5, false, false)]
    [InlineData(0, 5, true, false)]
    [InlineData(1000, 5, false, true)]
    [InlineData(1000, 5, true, true)]
    [InlineData(1000, 50, false, false)]
    public void A_response_may_have_its_own_lowest_rate(int rate, int window, bool isOpen, bool isTooSlow)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(
            (_, response) =>
            {
                response.LimitRate(rate, TimeSpan.FromSeconds(window));
                response.Write(new byte[1_000_000]);
                if (!isOpen)
                {
                    response.Finish();
                }
            },
            server => server.MinResponseRate = isTooSlow ? 0 : 1000);
        var peer = bench.Connect(server);
        peer.Reads = false;
        peer.Send(Get);
        for (var i = 0; i < 30; i++)
        {
            bench.Pass(1);
            peer.Take(100);
        }

        Assert.Equal(isTooSlow ? 1 : 0, server.EndedFor(ChannelEndReason.ResponseTooSlow));
        Assert.Equal(isTooSlow ? 0 : 1, server.NChannels);
    }

    /// <summary>The rate of a response holds until the next request of the connection.</summary>
    [Fact]
    public void The_next_response_has_the_rate_of_the_server_again()
    {
        using var bench = new HttpBench();
        var count = 0;
        var server = bench.Serve(
            (_, response) =>
            {
                if (++count == 1)
                {
                    response.LimitRate(0, TimeSpan.FromSeconds(5));
                    response.Send("one"u8);
                    return;
                }

                response.Send(new byte[1_000_000]);
            },
            static server => server.MinResponseRate = 1000);
        var peer = bench.Connect(server);
        peer.Send(Get);
        bench.Settle();
        peer.Reads = false;
        peer.Send(Get);
        bench.Pass(30);

        Assert.Equal(1, server.EndedFor(ChannelEndReason.ResponseTooSlow));
    }

    [Fact]
    public void A_client_that_takes_no_response_after_the_last_request_is_dropped_too()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send(new byte[1_000_000]));
        var peer = bench.Connect(server);
        peer.Reads = false;
        peer.Send("GET / HTTP/1.1\nHost: a\nConnection: close\n\n");
        bench.Pass(60);

        Assert.Equal(0, server.NChannels);
    }
}
