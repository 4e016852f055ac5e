using System.Buffers;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Requests that a client writes (RFC 9112 §3), and requests that it refuses to write.</summary>
public sealed class RequestWritingTests : IDisposable
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly HttpClientProtocol _http = new();

    [Theory]
    [InlineData("GET", 0L, "GET /x?y HTTP/1.1¶Host: a¶¶")]
    [InlineData("POST", 0L, "POST /x?y HTTP/1.1¶Host: a¶Content-Length: 0¶¶")]
    [InlineData("POST", 5L, "POST /x?y HTTP/1.1¶Host: a¶Content-Length: 5¶¶hello")]
    [InlineData("PUT", null, "PUT /x?y HTTP/1.1¶Host: a¶Transfer-Encoding: chunked¶¶5¶hello¶0¶¶")]
    public void A_request_is_framed(string method, long? length, string wire)
    {
        var head = _http.BeginRequest(_output, Encoding.ASCII.GetBytes(method), "/x?y"u8, "a"u8, length);
        head.End();
        _http.WriteBody(_output, length == 0 ? [] : "hello"u8);
        Assert.True(_http.EndRequest(_output));
        Assert.Equal(wire, Wire.Text(_output.WrittenSpan));
        Assert.Equal((HttpSide.Done, HttpSide.SendResponse), (_http.ClientSide, _http.ServerSide));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/ /")]
    [InlineData("GET", "/\r\nX: y")]
    [InlineData("GET", "/#a")]
    [InlineData("GET", "x")]
    [InlineData("GET", "?x")]
    [InlineData("OPTIONS", "http://*")]
    [InlineData("GET", "*")]
    [InlineData("CONNECT", "/")]
    [InlineData("G T", "/")]
    [InlineData("", "/")]
    public void A_bad_request_line_is_refused(string method, string target) => Assert.Throws<ArgumentException>(
        () => { _http.BeginRequest(_output, Encoding.Latin1.GetBytes(method), Encoding.Latin1.GetBytes(target), "a"u8); });

    [Theory]
    [InlineData("GET", "/", "")]
    [InlineData("GET", "/", "a b")]
    [InlineData("GET", "/", "a\r\nX: y")]
    [InlineData("GET", "/", "u@a")]
    [InlineData("GET", "http://b/", "a")]
    [InlineData("CONNECT", "a:443", "a:80")]
    public void A_host_is_good_and_the_one_of_the_target(string method, string target, string host)
    {
        Assert.Throws<ArgumentException>(
            () => { _http.BeginRequest(_output, Encoding.ASCII.GetBytes(method), Encoding.ASCII.GetBytes(target), Encoding.ASCII.GetBytes(host)); });
        Assert.Equal(0, _output.WrittenCount);
        Assert.Equal(HttpSide.Idle, _http.ClientSide);
    }

    [Fact]
    public void Host_is_not_added_twice() => Assert.Throws<ArgumentException>(() =>
    {
        var head = _http.BeginRequest(_output, "GET"u8, "http://A:80/"u8, "a"u8);
        head.Add("host", "a");
    });

    [Fact]
    public void TRACE_has_no_body() =>
        Assert.Throws<ArgumentException>(() => { _http.BeginRequest(_output, "TRACE"u8, "/"u8, "a"u8, null); });

    [Fact]
    public void What_is_for_the_next_hop_is_named_in_Connection()
    {
        _http.CloseAfterResponse();
        var head = _http.BeginRequest(_output, "GET"u8, "/"u8, "a"u8);
        head.Add(KnownHeader.TE, "trailers"u8);
        head.End();
        Assert.Equal("GET / HTTP/1.1¶Host: a¶TE: trailers¶Connection: close¶Connection: TE¶¶", Wire.Text(_output.WrittenSpan));
    }

    [Theory]
    [InlineData("chunked")]
    [InlineData("trailers, Chunked;q=0.5")]
    public void TE_does_not_name_chunked(string value) => Assert.Throws<ArgumentException>(() =>
    {
        var head = _http.BeginRequest(_output, "GET"u8, "/"u8, "a"u8);
        head.Add("te", value);
    });

    [Fact]
    public void A_request_without_a_body_expects_nothing()
    {
        Assert.Throws<InvalidOperationException>(() =>
        {
            var head = _http.BeginRequest(_output, "GET"u8, "/"u8, "a"u8);
            head.Add(KnownHeader.Expect, "100-continue"u8);
            head.End();
        });
        Assert.Equal((0, HttpSide.Idle), (_output.WrittenCount, _http.ClientSide));
    }

    [Fact]
    public void The_next_request_waits_for_the_response()
    {
        Ask();
        Assert.Throws<InvalidOperationException>(Ask);
        var input = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8;
        Assert.Equal(input.Length, _http.Read(input).Consumed);
        Assert.Equal(HttpEventKind.End, _http.Read([]).Kind);
        _http.StartNext();
        Ask();
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\nX: ")]
    [InlineData("HTTP/1.1 103 x\n\n")]
    [InlineData("HTTP/1.1 200 OK\nConnection: close\nContent-Length: 5\n\nhel")]
    [InlineData("bad\n\n")]
    public void One_object_serves_many_connections(string left)
    {
        Ask();
        var input = Wire.Bytes(left);
        for (var rest = input.AsSpan(); _http.Read(rest) is { Kind: not (HttpEventKind.NeedMore or HttpEventKind.Fault) } read;)
        {
            rest = rest[read.Consumed..];
        }

        _http.Reset();
        Ask();
        Assert.Equal(204, _http.Read("HTTP/1.1 204 x\r\n\r\n"u8).Response.Status);
        Assert.Equal(HttpEventKind.End, _http.Read([]).Kind);
        Assert.True(_http.CanStartNext);
    }

    [Fact]
    public void A_body_that_is_too_short_ends_the_connection()
    {
        var head = _http.BeginRequest(_output, "PUT"u8, "/"u8, "a"u8, 5);
        head.End();
        Assert.False(_http.EndRequest(_output));
        Assert.Equal(HttpSide.Error, _http.ClientSide);
    }

    private void Ask()
    {
        var head = _http.BeginRequest(_output, "GET"u8, "/"u8, "a"u8);
        head.End();
        _http.EndRequest(_output);
    }

    public void Dispose() => _http.Dispose();
}
