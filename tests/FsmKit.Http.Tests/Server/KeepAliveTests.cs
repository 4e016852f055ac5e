using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Connections that go on or end after a response, and responses without a body.</summary>
public class KeepAliveTests
{
    [Theory]
    [InlineData("GET / HTTP/1.1\nHost: a\n\n", false, null)]
    [InlineData("GET / HTTP/1.1\nHost: a\nConnection: close\n\n", true, "close")]
    [InlineData("GET / HTTP/1.1\nHost: a\nConnection: close, keep-alive\n\n", true, "close")]
    [InlineData("GET / HTTP/1.0\n\n", true, "close")]
    [InlineData("GET / HTTP/1.0\nConnection: keep-alive\n\n", false, "keep-alive")]
    public void A_connection_goes_on_when_both_sides_want_it(string request, bool closes, string? field)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send("x"u8));
        var peer = bench.Connect(server, request);
        var answer = peer.Only();

        Assert.Equal(("x", field), (answer.Text, answer["Connection"]));
        Assert.Equal(closes ? "FIN" : "open", peer.Ending);
        peer.End();
        Assert.Equal(1, server.EndedFor(closes ? ChannelEndReason.ClosedByClient : ChannelEndReason.PeerClosed));
    }

    [Fact]
    public void What_comes_after_the_last_request_is_never_a_request()
    {
        using var bench = new HttpBench();
        var count = 0;
        var server = bench.Serve((_, _) => count++);
        var peer = bench.Connect(server, "GET / HTTP/1.1\nHost: a\nConnection: close\n\nGET /2 HTTP/1.1\nHost: a\n\n");
        peer.Send("GET /3 HTTP/1.1\nHost: a\n\n");

        Assert.Equal(200, peer.Only().Status);
        Assert.Equal(1, count);
        Assert.Equal("FIN", peer.Ending);
    }

    [Fact]
    public void A_body_of_unknown_length_for_http10_ends_with_the_connection()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) =>
        {
            response.Write("one "u8);
            response.Flush();
            response.Write("two"u8);
        });
        var peer = bench.Connect(server, "GET / HTTP/1.0\nConnection: keep-alive\n\n");
        var answer = peer.Only();

        Assert.Equal(("one two", null, null), (answer.Text, answer["Content-Length"], answer["Transfer-Encoding"]));
        Assert.True(answer.Closes);
        Assert.Equal("FIN", peer.Ending);
    }

    [Fact]
    public void The_application_closes_after_a_response()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) =>
        {
            response.CloseAfter();
            response.Send("last"u8);
        });
        var peer = bench.Connect(server, "GET / HTTP/1.1\nHost: a\n\nGET / HTTP/1.1\nHost: a\n\n");
        Assert.True(peer.Only().Closes);
        peer.End();

        Assert.Equal(1, server.EndedFor(ChannelEndReason.ClosedByApplication));
    }

    [Fact]
    public void The_last_request_that_a_connection_may_bring_is_told_so()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send("x"u8), static server => server.MaxRequestsPerConnection = 3);
        var peer = bench.Connect(server, string.Concat(Enumerable.Repeat("GET / HTTP/1.1\nHost: a\n\n", 5)));

        Assert.Equal([false, false, true], peer.Answers().Select(static a => a.Closes));
        peer.End();
        Assert.Equal(1, server.EndedFor(ChannelEndReason.ClosedByApplication));
    }

    [Theory]
    [InlineData(false, "4")]
    [InlineData(true, null)]
    public void The_answer_to_HEAD_has_the_head_of_the_one_to_GET_and_no_body(bool isFlushed, string? length)
    {
        using var bench = new HttpBench();
        var server = bench.Serve((_, response) =>
        {
            response.Write("body"u8);
            if (isFlushed)
            {
                response.Flush();
            }
        });
        var peer = bench.Connect(server, "HEAD / HTTP/1.1\nHost: a\n\nGET / HTTP/1.1\nHost: a\n\n");
        var answers = peer.Answers(0);

        Assert.Equal(2, answers.Count);
        Assert.Equal(answers[1].Head, answers[0].Head);
        Assert.Equal(length, answers[0]["Content-Length"]);
        Assert.Equal("body", answers[1].Text);
    }

    [Fact]
    public void A_large_body_is_not_sent_to_HEAD()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send(new byte[100_000]));
        var peer = bench.Connect(server, "HEAD / HTTP/1.1\nHost: a\n\nGET / HTTP/1.1\nHost: a\n\n");
        var answers = peer.Answers(0);

        Assert.Equal(["100000", "100000"], answers.Select(static a => a["Content-Length"]));
        Assert.Equal(100_000, answers[1].Body.Length);
    }

    [Theory]
    [InlineData(204, null)]
    [InlineData(205, "0")]
    [InlineData(304, null)]
    public void A_status_without_a_body_has_none(int status, string? length)
    {
        using var bench = new HttpBench();
        var server = bench.Serve((_, response) => response.StatusCode = status);
        var peer = bench.Connect(server, "OPTIONS * HTTP/1.1\nHost: a\n\nGET / HTTP/1.1\nHost: a\n\n");
        var answers = peer.Answers();

        Assert.Equal([status, status], answers.Select(static a => a.Status));
        Assert.Equal(length, answers[0]["Content-Length"]);
        Assert.Null(answers[0]["Transfer-Encoding"]);
    }
}
