using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Checks that a request that is answered at once allocates nothing.</summary>
public class ServerAllocationTests
{
    private const string Get = "GET /plaintext HTTP/1.1\nHost: localhost\nAccept: */*\nUser-Agent: test\n\n";
    private static readonly byte[] Large = new byte[50_000];

    [Fact]
    public void A_request_that_a_handler_answers() => AssertNothing(Get, static (request, response) =>
    {
        response.Headers.Add(KnownHeader.ContentType, "text/plain"u8);
        response.Send(request.Target);
    });

    [Fact]
    public void A_request_that_a_handler_answers_in_pieces() => AssertNothing(Get, static (_, response) =>
    {
        response.Write("Hello, "u8);
        response.Write("world!"u8);
    });

    [Fact]
    public void A_request_that_a_subscriber_answers() => AssertNothing(Get, null);

    [Fact]
    public void Requests_that_come_together() => AssertNothing(Get + Get + Get + Get, null);

    [Fact]
    public void A_small_body() => AssertNothing(
        "POST / HTTP/1.1\nHost: a\nContent-Length: 10\n\n0123456789", static (request, response) => response.Send(request.BodyBytes));

    [Fact]
    public void A_small_body_in_chunks() => AssertNothing(
        "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n5\n01234\n5\n56789\n0\n\n",
        static (request, response) => response.Send(request.BodyBytes));

    [Fact]
    public void A_large_response() => AssertNothing(Get, static (_, response) => response.Send(Large));

    private static void AssertNothing(string request, HttpHandler? handler)
    {
        using var bench = new HttpBench();
        var concierge = bench.App.Create<Concierge>("concierge");
        var server = bench.Serve(server => (server.Handler, server.Subscriber) = (handler, concierge));
        using var peer = bench.Network.Connect(server.Sockname!);
        var (asked, got) = (Wire.Bytes(request), new byte[65_536]);
        var received = 0L;

        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                peer.Send(asked);
                while (bench.App.RunOnce() | bench.Reactor.IsReady)
                {
                }

                received += peer.Receive(got);
            }
        }));
        Assert.True(received > 500 * 100);
        Assert.Equal(0, server.EndedFor(ChannelEndReason.BadRequest));
    }
}
