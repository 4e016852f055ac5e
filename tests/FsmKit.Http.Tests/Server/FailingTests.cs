using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Applications that throw, answer twice, too late or too much: an error where it was made, and nothing wrong on the wire.</summary>
public class FailingTests
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void What_throws_before_it_has_sent_anything_is_500_and_the_connection_goes_on(bool isSubscriber, bool exposes)
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        void Fail(HttpResponse response)
        {
            response.StatusCode = 201;
            response.Headers.Add(KnownHeader.SetCookie, "a=b"u8);
            response.Write("half"u8[..2]);
            throw new InvalidOperationException("secret reason");
        }

        bench.Audience.OnRequest = e => Fail(e.Response);
        var server = bench.Serve(server =>
        {
            server.Handler = isSubscriber ? null : (_, response) => Fail(response);
            server.ExposeTracebacks = exposes;
        });
        var peer = bench.Connect(server, Get);
        var answer = peer.Only();

        Assert.Equal((500, null), (answer.Status, answer["Set-Cookie"]));
        Assert.Equal(exposes, answer.Text.Contains("secret reason", StringComparison.Ordinal));
        Assert.False(answer.Text.StartsWith("ha", StringComparison.Ordinal));
        Assert.False(answer.Closes);
        Assert.Contains(bench.Log, static line => line.Contains("the handler of GET / failed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_that_ends_the_connection_is_its_reason()
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        var server = bench.Serve(static (_, _) => throw new InvalidOperationException("on purpose"));
        var peer = bench.Connect(server, "GET / HTTP/1.1\nHost: a\nConnection: close\n\n");
        peer.End();

        Assert.Equal((500, true), (peer.Only().Status, peer.Only().Closes));
        Assert.Equal(1, server.EndedFor(ChannelEndReason.HandlerFailed));
    }

    [Fact]
    public void What_throws_after_it_has_begun_cuts_its_response_off_and_breaks_the_connection()
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        var server = bench.Serve(static (_, response) =>
        {
            response.Write("begun"u8);
            response.Flush();
            throw new InvalidOperationException("on purpose");
        });
        var peer = bench.Connect(server, Get + Get);

        Assert.NotEqual("open", peer.Ending);
        Assert.DoesNotContain("\r\n0\r\n", peer.Text, StringComparison.Ordinal);
        Assert.Equal(1, server.EndedFor(ChannelEndReason.ResponseCutOff));
        Assert.DoesNotContain("500", peer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_that_is_shorter_than_it_said_ends_the_connection()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) =>
        {
            response.ContentLength = 10;
            response.Write("short"u8);
        });
        var peer = bench.Connect(server, Get + Get);

        Assert.False(peer.Only().IsWhole);
        peer.End();
        Assert.NotEqual("open", peer.Ending);
        Assert.Equal(1, server.EndedFor(ChannelEndReason.ResponseCutOff));
    }

    [Fact]
    public void Nothing_is_sent_beyond_the_length_that_was_said()
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        var server = bench.Serve(static (_, response) =>
        {
            response.ContentLength = 3;
            response.Write("abc"u8);
            response.Write("def"u8);
        });
        var peer = bench.Connect(server, Get);

        Assert.DoesNotContain("def", peer.Text, StringComparison.Ordinal);
        Assert.NotEqual("open", peer.Ending);
    }

    [Theory, InlineData(204), InlineData(205), InlineData(304)]
    public void A_body_where_none_may_be_is_500(int status)
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        var server = bench.Serve((_, response) => response.Send(status, "text/plain"u8, "body"u8));

        Assert.Equal(500, bench.Connect(server, Get).Only().Status);
    }

    [Fact]
    public void A_field_that_would_break_out_of_its_line_is_never_sent()
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        var server = bench.Serve(static (_, response) => response.Headers.Add("X-A", "b\r\nX-C: d"));
        var answer = bench.Connect(server, Get).Only();

        Assert.Equal(500, answer.Status);
        Assert.Null(answer["X-C"]);
    }

    [Fact]
    public void A_second_answer_is_an_error_and_nothing_is_sent()
    {
        using var bench = new HttpBench();
        Exception? second = null;
        bench.Audience.OnRequest = e =>
        {
            e.Response.Send("first"u8);
            second = Record.Exception(() => e.Response.Send("second"u8));
        };
        var peer = bench.Connect(bench.Serve(), Get);

        Assert.Equal("first", peer.Only().Text);
        Assert.Contains("finished already", Assert.IsType<InvalidOperationException>(second).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_second_answer_later_is_an_error_and_harms_no_other_request(bool firstWasLate)
    {
        using var bench = new HttpBench();
        HttpResponse? kept = null;
        bench.Audience.OnRequest = e =>
        {
            kept ??= e.Response;
            if (!firstWasLate)
            {
                e.Response.Send("first"u8);
            }
        };
        var server = bench.Serve();
        var peer = bench.Connect(server, Get);
        if (firstWasLate)
        {
            kept!.Send("first"u8);
        }

        bench.Settle();
        Assert.Throws<InvalidOperationException>(() => kept!.Send("second"u8));
        Assert.Throws<InvalidOperationException>(() => kept!.Write("second"u8));
        Assert.Throws<InvalidOperationException>(() => kept!.StatusCode = 404);
        Assert.Throws<InvalidOperationException>(() => kept!.Finish());
        bench.Audience.OnRequest = static e => e.Response.Send("fine"u8);
        peer.Send(Get);
        var other = bench.Connect(server, Get);

        Assert.Equal(["first", "fine"], peer.Answers().Select(static a => a.Text));
        Assert.Equal("fine", other.Only().Text);
    }

    [Fact]
    public void An_answer_for_a_client_that_is_gone_is_thrown_away()
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        var peer = bench.Connect(server, Get);
        var request = bench.Audience.Requests[0];
        var response = request.Response;
        peer.Reset();

        Assert.True(response.IsOver);
        response.Write("too late"u8);
        response.Flush();
        response.Finish();
        Assert.Throws<InvalidOperationException>(() => request.Channel);
        Assert.Throws<InvalidOperationException>(() => request.Path);
        Assert.Equal("a request that is over", request.ToString());
        Assert.Equal(1, server.EndedFor(ChannelEndReason.ConnectionBroken));
        Assert.Empty(bench.Log);
    }

    [Fact]
    public void An_answer_for_another_channel_is_refused_there()
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        var one = bench.Connect(server, Get);
        var two = bench.Connect(server, Get);
        var (first, second) = (bench.Audience.Requests[0], bench.Audience.Requests[1]);
        var outcome = first.Channel.Send(new EvHttpResponse(second.Response, "wrong"u8));

        Assert.Equal(Outcome.Refused, outcome);
        Assert.Throws<InvalidOperationException>(() => first.Channel.Finish(second.Response));
        first.Response.Send("one"u8);
        second.Response.Send("two"u8);
        Assert.Equal("one", one.Only().Text);
        Assert.Equal("two", two.Only().Text);
        Assert.Equal(Outcome.Refused, bench.Audience.Channels[0].Send(new EvHttpResponse(second.Response, "again"u8)));
    }
}
