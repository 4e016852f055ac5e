using System.Globalization;
using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Requests that are answered before their body has come. The rest of the body is skipped, never taken for a request.</summary>
public class SkippingTests
{
    private const string Get = "GET /next HTTP/1.1\nHost: a\n\n";
    private static readonly HttpHandler Early = static (request, response) => response.Send(request.Target);

    private static string Post(int length) => $"POST /post HTTP/1.1\nHost: a\nContent-Length: {length.ToString(CultureInfo.InvariantCulture)}\n\n";

    [Theory]
    [InlineData("POST /post HTTP/1.1\nHost: a\nContent-Length: 33\n\n", "GET / HTTP/1.1\nHost: a\n\n1234\n")]
    [InlineData("POST /post HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n", "3\nGET\n4\n / H\n0\nX-Y: z\n\n")]
    public void The_next_request_begins_behind_the_body(string head, string body)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Early, static server => server.StreamBodies = true);
        var peer = bench.Connect(server, head);
        Assert.Equal("/post", peer.Only().Text);
        peer.SendInPieces(body, 2);
        Assert.Single(peer.Answers());
        peer.Send(Get);

        Assert.Equal(["/post", "/next"], peer.Answers().Select(static a => a.Text));
        Assert.Equal(2, bench.Audience.Channels[0].Requests);
    }

    [Theory]
    [InlineData("close", ChannelEndReason.ClosedByApplication)]
    [InlineData("drop", ChannelEndReason.ClosedByApplication)]
    [InlineData("stop", ChannelEndReason.ServerStopped)]
    [InlineData("slow", ChannelEndReason.ClosedByApplication)]
    [InlineData("much", ChannelEndReason.ClosedByApplication)]
    [InlineData("nonsense", ChannelEndReason.ClosedByApplication)]
    [InlineData("end", ChannelEndReason.ClosedByApplication)]
    [InlineData("reset", ChannelEndReason.ConnectionBroken)]
    public void A_connection_ends_while_a_body_is_skipped(string how, ChannelEndReason reason)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Early, static server => server.StreamBodies = true);
        var peer = bench.Connect(server, how == "nonsense" ? "POST /post HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n" : Post(10_000_000));
        var channel = bench.Audience.Channels[0];
        Assert.Equal("/post", peer.Only().Text);
        Assert.False(channel.IsAwaitingResponse);
        switch (how)
        {
            case "close":
                channel.Send(new EvClose());
                break;
            case "drop":
                channel.Send(new EvDrop());
                break;
            case "stop":
                server.Send(new EvStopServing());
                break;
            case "slow":
                bench.Pass(12);
                break;
            case "much":
                peer.Send(new byte[300_000]);
                break;
            case "nonsense":
                peer.Send("xyz\n");
                break;
            case "end":
                peer.End();
                break;
            default:
                peer.Reset();
                break;
        }

        bench.Settle();
        Assert.True(how == "reset" || peer.Ending != "open");
        peer.End();
        Assert.Equal(1, server.EndedFor(reason));
        Assert.Equal("/post", peer.Answers()[0].Text);
        Assert.Empty(bench.Log);
    }
}
