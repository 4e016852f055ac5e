using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Answers of handlers and subscribers, their time, and the answer of the server when no application answers.</summary>
public class AnsweringTests
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";

    [Fact]
    public void A_handler_answers()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (request, response) => response.Send(201, "text/x"u8, request.Target));
        var answer = bench.Connect(server, "PUT /a%20b?c HTTP/1.1\nHost: a\n\n").Only();

        Assert.Equal((201, "/a%20b?c", "text/x", "FsmKit"), (answer.Status, answer.Text, answer["Content-Type"], answer["Server"]));
        Assert.Equal("Fri, 20 Nov 2026 10:00:00 GMT", answer["Date"]);
        Assert.False(answer.Closes);
    }

    [Fact]
    public void A_handler_that_says_nothing_answers_200_without_a_body()
    {
        using var bench = new HttpBench();
        var answer = bench.Connect(bench.Serve(static (_, _) => { }), Get).Only();

        Assert.Equal((200, "0"), (answer.Status, answer["Content-Length"]));
    }

    [Fact]
    public void What_is_written_in_pieces_and_fits_goes_out_with_its_length()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) =>
        {
            response.Write("one "u8);
            response.Write("two"u8);
        });
        var answer = bench.Connect(server, Get).Only();

        Assert.Equal(("one two", "7"), (answer.Text, answer["Content-Length"]));
    }

    [Fact]
    public void What_is_flushed_before_its_end_is_chunked()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) =>
        {
            response.Write("one "u8);
            response.Flush();
            response.Write("two"u8);
        });
        var answer = bench.Connect(server, Get).Only();

        Assert.Equal(("one two", "chunked"), (answer.Text, answer["Transfer-Encoding"]));
        Assert.True(answer.IsWhole);
        Assert.False(answer.Closes);
    }

    [Fact]
    public void A_subscriber_answers_at_once_with_the_response_or_with_an_event()
    {
        using var bench = new HttpBench();
        bench.Audience.OnRequest = static e =>
        {
            if (e.Request.Path == "/event")
            {
                e.Response.StatusCode = 202;
                e.Channel.Send(new EvHttpResponse(e.Response, "by event"u8));
            }
            else
            {
                e.Response.Send("by call"u8);
            }
        };
        var peer = bench.Connect(bench.Serve(), Get + "GET /event HTTP/1.1\nHost: a\n\n");

        Assert.Equal(["200 by call", "202 by event"], peer.Answers().Select(static a => $"{a.Status} {a.Text}"));
    }

    [Fact]
    public void A_subscriber_answers_later()
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(bench.Serve(), Get);
        bench.Pass(5);
        Assert.Equal("", peer.Text);
        Assert.True(bench.Audience.Channels[0].IsAwaitingResponse);
        bench.Audience.Requests[0].Response.Send("at last"u8);

        Assert.Equal("at last", peer.Only().Text);
        Assert.False(bench.Audience.Channels[0].IsAwaitingResponse);
    }

    [Fact]
    public void A_channel_writes_flushes_and_finishes_the_response_that_is_going_on()
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(bench.Serve(), Get + Get);
        var channel = bench.Audience.Channels[0];
        var flushed = 0;
        channel.Write("one "u8);
        channel.Flush(() => flushed++);
        bench.Settle();
        Assert.Equal(1, flushed);
        Assert.Contains("one ", peer.Text, StringComparison.Ordinal);
        channel.Write("two"u8);
        channel.Finish(bench.Audience.Requests[0].Response);
        bench.Settle();
        channel.Finish();
        bench.Settle();

        Assert.Equal(["one two", ""], peer.Answers().Select(static a => a.Text));
        Assert.Throws<InvalidOperationException>(() => channel.Write("more"u8));
        Assert.Throws<InvalidOperationException>(() => channel.Finish());
    }

    [Fact]
    public void The_callback_of_a_flush_comes_although_the_response_is_finished_meanwhile()
    {
        using var bench = new HttpBench();
        var calls = new List<string>();
        bench.Audience.OnRequest = e =>
        {
            var path = e.Request.Path;
            e.Response.Write("x"u8);
            e.Response.Flush(() => calls.Add(path));
            e.Response.Finish();
        };
        var server = bench.Serve();
        var peer = bench.Connect(server, "GET /1 HTTP/1.1\nHost: a\n\nGET /2 HTTP/1.1\nHost: a\n\n");
        bench.Connect(server, "GET /3 HTTP/1.1\nHost: a\n\n");

        Assert.Equal(2, peer.Answers().Count);
        Assert.Equal(["/1", "/2", "/3"], calls);
    }

    [Fact]
    public void Much_that_is_written_goes_out_without_a_flush()
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(bench.Serve(server => server.OutbufOverflow = 1_000_000), Get);
        var response = bench.Audience.Requests[0].Response;
        for (var i = 0; i < 400; i++)
        {
            response.Write(new byte[10_000]);
            bench.Settle();
        }

        response.Finish();
        Assert.Equal(4_000_000, peer.Only().Body.Length);
    }

    [Fact]
    public void Without_anybody_who_takes_requests_it_is_503()
    {
        using var bench = new HttpBench();
        var deaf = bench.App.Create<GTimer>("deaf");
        var server = bench.Serve(server => server.Subscriber = deaf);
        var peer = bench.Connect(server, Get + Get);

        Assert.Equal([503, 503], peer.Answers().Select(static a => a.Status));
        Assert.Contains(bench.Log, static line => line.Contains("no handler or subscriber took GET /", StringComparison.Ordinal));
    }

    [Fact]
    public void A_subscriber_that_refuses_is_503_and_the_connection_goes_on()
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(bench.Serve());
        bench.Audience.Send(new Audience.EvShut());
        peer.Send(Get);

        Assert.Equal(503, peer.Only().Status);
        Assert.Equal("open", peer.Ending);
    }

    [Fact]
    public void One_of_two_subscribers_is_enough()
    {
        using var bench = new HttpBench();
        var other = bench.App.Create<Audience>("other");
        other.OnRequest = static e => e.Response.Send("other"u8);
        var later = bench.App.Create<Audience>("later");
        later.Send(new Audience.EvShut());
        bench.Audience.Send(new Audience.EvShut());
        bench.Audience.OnOpened = channel =>
        {
            channel.Subscribe<EvHttpRequest>(other);
            channel.Subscribe<EvHttpRequest>(later);
        };

        Assert.Equal("other", bench.Connect(bench.Serve(), Get).Only().Text);
        other.OnRequest = null;
        var peer = bench.Connect(bench.Audience.Channels[0].Server, Get);
        Assert.Equal("", peer.Text);
        other.Requests[0].Response.Send("later"u8);
        Assert.Equal("later", peer.Only().Text);
    }
}
