using System.Buffers;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Responses that a server writes (RFC 9112 §4, §6), and responses that it refuses to write.</summary>
public class ResponseWritingTests
{
    private readonly ArrayBufferWriter<byte> _output = new();

    [Theory]
    [InlineData("GET", "1.1", 200, 5L, "HTTP/1.1 200 OK¶Content-Length: 5¶¶hello")]
    [InlineData("GET", "1.1", 200, null, "HTTP/1.1 200 OK¶Transfer-Encoding: chunked¶¶5¶hello¶0¶¶")]
    [InlineData("GET", "1.0", 200, null, "HTTP/1.1 200 OK¶Connection: close¶¶hello")]
    [InlineData("GET", "1.0", 200, 5L, "HTTP/1.1 200 OK¶Content-Length: 5¶Connection: close¶¶hello")]
    [InlineData("HEAD", "1.1", 200, 5L, "HTTP/1.1 200 OK¶Content-Length: 5¶¶")]
    [InlineData("HEAD", "1.1", 200, null, "HTTP/1.1 200 OK¶Transfer-Encoding: chunked¶¶")]
    [InlineData("GET", "1.1", 299, 5L, "HTTP/1.1 299 ¶Content-Length: 5¶¶hello")]
    public void A_body_is_framed(string method, string version, int status, long? length, string wire)
    {
        var http = Asked($"{method} / HTTP/{version}\nHost: a\n\n");
        var head = http.BeginResponse(_output, status, length);
        head.End();
        http.WriteBody(_output, "hello"u8);
        Assert.True(http.EndResponse(_output));
        Assert.Equal(wire, Wire.Text(_output.WrittenSpan));
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(205, "Content-Length: 0¶")]
    [InlineData(304, "")]
    public void A_status_without_a_body_takes_none(int status, string framing)
    {
        var http = Asked("GET / HTTP/1.1\nHost: a\n\n");
        var head = http.BeginResponse(_output, status, null);
        head.End();
        Assert.Throws<InvalidOperationException>(() => http.WriteBody(_output, "x"u8));
        http.EndResponse(_output);
        Assert.EndsWith($"¶{framing}¶", Wire.Text(_output.WrittenSpan));
        Assert.DoesNotContain("chunked", Wire.Text(_output.WrittenSpan));
        Assert.True(http.CanStartNext);
    }

    [Fact]
    public void A_body_longer_than_announced_is_refused_and_a_shorter_one_ends_the_connection()
    {
        var http = Asked("GET / HTTP/1.1\nHost: a\n\n");
        var head = http.BeginResponse(_output, 200, 5);
        head.End();
        http.WriteBody(_output, "hell"u8);
        var before = _output.WrittenCount;
        Assert.Throws<InvalidOperationException>(() => http.WriteBody(_output, "oo"u8));
        Assert.Equal(before, _output.WrittenCount);
        Assert.False(http.EndResponse(_output));
        Assert.Equal(HttpSide.Error, http.ServerSide);
        Assert.False(http.CanStartNext);
    }

    [Theory]
    [InlineData("X", "a\rb")]
    [InlineData("X", "a\nb")]
    [InlineData("X", "a\r\nSet-Cookie: b")]
    [InlineData("X", "a\0b")]
    [InlineData("X", "a\u007Fb")]
    [InlineData("X", "a€b")]
    [InlineData("X y", "a")]
    [InlineData("X\r\nY", "a")]
    [InlineData("", "a")]
    [InlineData("Content-Length", "5")]
    [InlineData("transfer-encoding", "chunked")]
    [InlineData("Connection", "close")]
    public void A_bad_field_is_refused_and_nothing_of_the_head_is_sent(string name, string value)
    {
        var http = Asked("GET / HTTP/1.1\nHost: a\n\n");
        Assert.Throws<ArgumentException>(() =>
        {
            var head = http.BeginResponse(_output, 200);
            head.Add("Good", "x");
            head.Add(name, value);
        });
        Assert.Equal(0, _output.WrittenCount);
        http.WriteEmptyResponse(_output, 500);
        Assert.Equal("HTTP/1.1 500 Internal Server Error¶Content-Length: 0¶¶", Wire.Text(_output.WrittenSpan));
    }

    /// <summary>RFC 9112 §9.6: a server that has sent or received close answers no further request.</summary>
    [Theory]
    [InlineData("GET / HTTP/1.1\nHost: a\nConnection: close\n\n", false)]
    [InlineData("GET / HTTP/1.1\nHost: a\n\n", true)]
    [InlineData("GET / HTTP/1.0\n\n", false)]
    public void The_last_response_says_so(string request, bool closes)
    {
        var http = Asked(request);
        if (closes)
        {
            http.CloseAfterResponse();
        }

        http.WriteEmptyResponse(_output, 200);
        Assert.Equal("HTTP/1.1 200 OK¶Content-Length: 0¶Connection: close¶¶", Wire.Text(_output.WrittenSpan));
        Assert.Equal((false, HttpSide.MustClose), (http.CanStartNext, http.ServerSide));
        var more = Wire.Bytes("GET /more HTTP/1.1\nHost: a\n\n");
        var read = http.Read(more);
        Assert.Equal((HttpEventKind.Closed, more.Length), (read.Kind, read.Consumed));
    }

    /// <summary>RFC 9112 §9.3: a client of HTTP/1.0 is told that its wish to stay is granted.</summary>
    [Fact]
    public void A_client_of_1_0_that_may_stay_is_told()
    {
        var http = Asked("GET / HTTP/1.0\nConnection: keep-alive\n\n");
        http.WriteEmptyResponse(_output, 200);
        Assert.Equal("HTTP/1.1 200 OK¶Content-Length: 0¶Connection: keep-alive¶¶", Wire.Text(_output.WrittenSpan));
        Assert.True(http.CanStartNext);
    }

    [Fact]
    public void Trailers_follow_chunks_and_are_checked_like_those_that_are_read()
    {
        var http = Asked("GET / HTTP/1.1\nHost: a\n\n");
        var head = http.BeginResponse(_output, 200, null);
        head.End();
        http.WriteBody(_output, "hi"u8);
        http.WriteBody(_output, []);
        Assert.Throws<ArgumentException>(() =>
        {
            var bad = http.BeginTrailers(_output);
            bad.Add(KnownHeader.ContentLength, 5);
        });
        var trailers = http.BeginTrailers(_output);
        trailers.Add("X-Sum", "1");
        trailers.End();
        Assert.EndsWith("¶¶2¶hi¶0¶X-Sum: 1¶¶", Wire.Text(_output.WrittenSpan));
        Assert.True(http.CanStartNext);
    }

    [Fact]
    public void Trailers_need_chunks()
    {
        var http = Asked("GET / HTTP/1.1\nHost: a\n\n");
        var head = http.BeginResponse(_output, 200, 5);
        head.End();
        Assert.Throws<InvalidOperationException>(() => { http.BeginTrailers(_output); });
    }

    [Fact]
    public void Interim_responses_precede_the_final_one()
    {
        var http = Asked("GET / HTTP/1.1\nHost: a\n\n");
        var head = http.BeginResponse(_output, 103);
        head.Add(KnownHeader.Link, "x"u8);
        head.End();
        http.WriteEmptyResponse(_output, 200);
        Assert.Equal("HTTP/1.1 103 Early Hints¶Link: x¶¶HTTP/1.1 200 OK¶Content-Length: 0¶¶", Wire.Text(_output.WrittenSpan));
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\nHost: a\n\n", 103)]
    [InlineData("GET / HTTP/1.1\nHost: a\n\n", 101)]
    public void An_interim_response_that_the_client_cannot_read_is_refused(string request, int status)
    {
        var http = Asked(request);
        Assert.Throws<InvalidOperationException>(() => { http.BeginResponse(_output, status); });
        Assert.Equal(0, _output.WrittenCount);
    }

    [Fact]
    public void A_switch_must_name_its_protocol()
    {
        var http = Asked("GET / HTTP/1.1\nHost: a\nConnection: upgrade\nUpgrade: other\n\n");
        Assert.Throws<InvalidOperationException>(() =>
        {
            var head = http.BeginResponse(_output, 101);
            head.End();
        });
        var good = http.BeginResponse(_output, 101);
        good.Add(KnownHeader.Upgrade, "other"u8);
        good.End();
        Assert.Equal("HTTP/1.1 101 Switching Protocols¶Connection: upgrade¶Upgrade: other¶¶", Wire.Text(_output.WrittenSpan));
        Assert.Equal((HttpSide.Switched, HttpSide.Switched), (http.ClientSide, http.ServerSide));
    }

    [Fact]
    public void Every_call_has_its_place()
    {
        var http = new HttpServerProtocol();
        Assert.Throws<InvalidOperationException>(() => http.WriteBody(_output, "x"u8));
        Assert.Throws<InvalidOperationException>(() => http.EndResponse(_output));
        http = Asked("GET / HTTP/1.1\nHost: a\n\n");
        http.WriteEmptyResponse(_output, 200);
        Assert.Throws<InvalidOperationException>(() => http.WriteEmptyResponse(_output, 200));
        Assert.Throws<InvalidOperationException>(() => http.WriteBody(_output, "x"u8));
    }

    [Fact]
    public void A_head_is_finished_once()
    {
        var http = Asked("GET / HTTP/1.1\nHost: a\n\n");
        Assert.Throws<InvalidOperationException>(() =>
        {
            var head = http.BeginResponse(_output, 200, null);
            head.End();
            head.End();
        });
        Assert.Throws<InvalidOperationException>(() =>
        {
            var trailers = http.BeginTrailers(_output);
            trailers.End();
            trailers.Add("X", "y");
        });
    }

    [Fact]
    public void Date_and_Server_are_written_unless_the_application_brings_its_own()
    {
        var time = new ManualTime();
        var options = new HttpServerOptions { ServerName = "test", Time = time };
        Assert.Equal("HTTP/1.1 200 OK¶Content-Length: 0¶Date: Fri, 20 Nov 2026 10:00:00 GMT¶Server: test¶¶", Once(options, null));
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Contains("Date: Fri, 20 Nov 2026 10:01:01 GMT¶", Once(options, null));
        Assert.Equal("HTTP/1.1 200 OK¶Content-Length: 0¶Server: mine¶Date: Fri, 20 Nov 2026 10:01:01 GMT¶¶", Once(options, "mine"));
        Assert.Equal("HTTP/1.1 200 OK¶Content-Length: 0¶Server: mine¶¶", Once(new HttpServerOptions { ServerName = "test", SendsDate = false }, "mine"));
        Assert.Equal("HTTP/1.1 200 OK¶Content-Length: 0¶Server: test¶¶", Once(new HttpServerOptions { ServerName = "test", SendsDate = false }, null));
        Assert.Throws<ArgumentException>(static () => new HttpServerOptions { ServerName = "a\r\nb" });
    }

    [Fact]
    public void Date_is_the_system_s_unless_another_clock_is_given()
    {
        Assert.Same(TimeProvider.System, new HttpServerOptions().Time);
        var date = Once(HttpServerOptions.Default, null).Split("Date: ")[1].Split('¶')[0];
        Assert.True(DateTimeOffset.TryParseExact(date, "r", System.Globalization.CultureInfo.InvariantCulture, default, out _), date);
    }

    [Fact]
    public void A_large_head_grows()
    {
        var http = Asked("GET / HTTP/1.1\nHost: a\n\n");
        var output = new ForgetfulWriter();
        var head = http.BeginResponse(output, 200);
        for (var i = 0; i < 99; i++)
        {
            head.Add("X-" + i, new string('v', 100));
        }

        head.End();
        http.EndResponse(output);
        var said = new ClientFeed().Run([.. output.Written], static () => 7);
        Assert.Contains($"[X-0={new string('v', 100)}]", said);
        Assert.Contains($"[X-98={new string('v', 100)}]", said);
    }

    private static HttpServerProtocol Asked(string request, HttpServerOptions? options = null)
    {
        var http = new HttpServerProtocol(options ?? new HttpServerOptions { SendsDate = false });
        var input = Wire.Bytes(request);
        Assert.Equal(input.Length, http.Read(input).Consumed);
        Assert.Equal(HttpEventKind.End, http.Read([]).Kind);
        return http;
    }

    private static string Once(HttpServerOptions options, string? server)
    {
        var output = new ArrayBufferWriter<byte>();
        var http = Asked("GET / HTTP/1.1\nHost: a\n\n", options);
        var head = http.BeginResponse(output, 200);
        if (server is not null)
        {
            head.Add("Server", server);
        }

        head.End();
        http.EndResponse(output);
        return Wire.Text(output.WrittenSpan);
    }
}
