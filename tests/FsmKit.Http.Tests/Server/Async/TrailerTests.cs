using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Trailers behind a body, and early hints before its head.</summary>
public sealed class TrailerTests
{
    private const string Get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

    public static TheoryData<HandlerThread> Threads => [HandlerThread.Loop, HandlerThread.ThreadPool];

    [Theory, MemberData(nameof(Threads))]
    public void Trailers_follow_a_body_that_is_streamed(HandlerThread thread)
    {
        using var rig = new AsyncRig(
            static async (_, response) =>
            {
                await response.WriteAsync("body"u8.ToArray());
                response.Trailers.Add("X-Sum", "4");
                response.Trailers.Add("Server-Timing"u8, "db;dur=53"u8);
            },
            thread);

        Assert.EndsWith("\r\n\r\n4\r\nbody\r\n0\r\nX-Sum: 4\r\nServer-Timing: db;dur=53\r\n\r\n", rig.Ask(Get), StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_body_is_chunked_for_them_and_the_connection_goes_on()
    {
        using var rig = new AsyncRig(static server => server.Handler = static (_, response) =>
        {
            response.Trailers.Add("X-Sum", "4");
            response.Send("body"u8);
        });
        var answers = rig.Ask(Get + Get);

        Assert.Equal(3, answers.Split("\r\n\r\n4\r\nbody\r\n0\r\nX-Sum: 4\r\n\r\n").Length);
        Assert.DoesNotContain("Content-Length", answers, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_body_that_is_sent_whole_has_them_too()
    {
        using var rig = new AsyncRig(static (_, response) =>
        {
            response.Trailers.Add("X-Sum", "4");
            response.Send(new byte[100_000]);
            return Task.CompletedTask;
        });
        var answer = rig.Ask(Get);

        Assert.Equal(100_000, Chunks.Decode(answer).Length);
        Assert.EndsWith("\r\n0\r\nX-Sum: 4\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData("GET /length HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData("GET /204 HTTP/1.1\r\nHost: h\r\n\r\n")]
    public void Where_there_is_no_place_for_them_they_are_not_sent(string request)
    {
        using var rig = new AsyncRig(static async (request, response) =>
        {
            response.Trailers.Add("X-Sum", "4");
            response.ContentLength = request.RawPath.EndsWith("length"u8) ? 4 : null;
            response.StatusCode = request.RawPath.EndsWith("204"u8) ? 204 : 200;
            if (response.StatusCode == 200)
            {
                await response.WriteAsync("body"u8.ToArray());
            }
        });
        var answer = rig.Ask(request);

        Assert.StartsWith("HTTP/1.1 20", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Sum", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void What_must_be_known_before_the_body_is_no_trailer_and_nothing_is_after_the_end()
    {
        using var rig = new AsyncRig(static (_, response) =>
        {
            Assert.Throws<ArgumentException>(() => response.Trailers.Add(KnownHeader.ContentType, "text/plain"u8));
            Assert.Throws<ArgumentException>(() => response.Trailers.Add("Set-Cookie", "a=b"));
            Assert.Throws<ArgumentException>(() => response.Trailers.Add("X", "a\r\nb"));
            response.Send("body"u8);
            Assert.Throws<InvalidOperationException>(() => response.Trailers.Add("X-Sum", "4"));
            return Task.CompletedTask;
        });

        Assert.EndsWith("\r\n\r\nbody", rig.Ask(Get), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Threads))]
    public void Early_hints_come_before_the_response(HandlerThread thread)
    {
        using var rig = new AsyncRig(
            static async (_, response) =>
            {
                response.SendEarlyHints("</a.css>; rel=preload", "</b.js>; rel=preload");
                await Task.Yield();
                response.Send("body"u8);
            },
            thread);

        Assert.StartsWith(
            "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\nLink: </b.js>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\n",
            rig.Ask(Get),
            StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", rig.Ask("GET / HTTP/1.0\r\n\r\n"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Threads))]
    public void A_handler_that_returns_at_once_sends_them_before_its_response_and_not_before_the_next_one(HandlerThread thread)
    {
        using var rig = new AsyncRig(
            static (request, response) =>
            {
                if (request.Path == "/")
                {
                    response.SendEarlyHints("</a.css>; rel=preload");
                }

                return Task.CompletedTask;
            },
            thread);

        var answers = rig.Ask(Get + "GET /next HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\n", answers, StringComparison.Ordinal);
        Assert.Equal(2, answers.Split("103 Early Hints").Length);
    }

    [Fact]
    public void A_handler_that_is_not_asynchronous_sends_them_too()
    {
        using var rig = new AsyncRig(static server => server.Handler = static (_, response) =>
        {
            response.SendEarlyHints("</a.css>; rel=preload");
            response.Send("body"u8);
            Assert.Throws<InvalidOperationException>(() => response.SendEarlyHints("</b.css>; rel=preload"));
        });

        Assert.Equal(3, rig.Ask(Get + Get).Split("Link: </a.css>; rel=preload\r\n\r\nHTTP/1.1 200 OK").Length);
    }
}
