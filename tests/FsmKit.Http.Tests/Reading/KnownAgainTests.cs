using System.Buffers;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>A connection keeps the head that it has read: to lend it, and to know it again.</summary>
public sealed class KnownAgainTests : IDisposable
{
    private const string Get = "GET /a HTTP/1.1\nHost: a\n\n";

    private readonly HttpServerProtocol _http = ServerFeed.New();
    private readonly ArrayBufferWriter<byte> _output = new();

    [Theory]
    [InlineData(10)]
    [InlineData(20_000)]
    public void A_request_can_be_read_until_the_next_one_whatever_becomes_of_the_input(int size)
    {
        var input = Wire.Bytes($"GET /a HTTP/1.1\nHost: a\nX: {new string('x', size)}\n\n");
        Assert.Equal(input.Length, _http.Read(input).Consumed);
        input.AsSpan().Clear();
        Assert.Equal(HttpEventKind.End, _http.Read([]).Kind);
        Assert.Equal("/a", _http.Request.GetPath());
        Assert.Equal(new string('x', size), _http.Request.Fields.GetString("x"u8));
        _http.WriteEmptyResponse(_output, 200);
        Assert.Equal("a", _http.Request.Fields.GetString(KnownHeader.Host));
        _http.StartNext();
        Assert.Throws<InvalidOperationException>(() => { _ = _http.Request; });
    }

    [Fact]
    public void There_is_no_request_before_all_of_its_head_is_there()
    {
        Assert.Throws<InvalidOperationException>(() => { _ = _http.Request; });
        _http.Read(Wire.Bytes("GET /a HTTP/1.1\nHost: a\n"));
        Assert.Throws<InvalidOperationException>(() => { _ = _http.Request; });
    }

    [Theory]
    [InlineData(Get)]
    [InlineData("\n\n" + Get)]
    [InlineData("POST /b?c=%41 HTTP/1.1\nHost: a\nExpect: 100-continue\nContent-Length: 2\nX: y\n\nhi")]
    [InlineData("POST /b HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n2\nhi\n0\nX: y\n\n")]
    [InlineData("GET /c HTTP/1.0\nConnection: keep-alive\n\n")]
    public void The_same_again_is_the_same_again(string text)
    {
        var once = Case.Serve(text).Replace("closed\n", "");
        Assert.Equal(once + once + once + "closed\n", Case.Serve(text + text + text));
        Assert.Equal(once + Said(Get) + once + "closed\n", Case.Serve(text + Get + text));
    }

    [Theory]
    [InlineData("GET /a HTTP/1.1\nHost: a\nX: y\n\n")]
    [InlineData("GET /a HTTP/1.1\nHost: b\n\n")]
    [InlineData("GET /b HTTP/1.1\nHost: a\n\n")]
    [InlineData("GET /a HTTP/1.1\nHost: a\n")]
    [InlineData("GET /a HTTP/1.1\nHost: a\n\nx")]
    [InlineData("GET /a HTTP/1.1\nHost: a\nHost: a\n\n")]
    [InlineData("GET /a HTTP/1.1\nHost: a\n␍x")]
    public void What_is_nearly_the_same_is_something_else(string text) => Assert.Equal(Said(Get) + Case.Serve(text), Case.Serve(Get + text));

    /// <summary>Wherever a connection is left, the next one finds nothing of it.</summary>
    [Theory]
    [InlineData("GET /a HTTP/1.1\nHo")]
    [InlineData("\n\n\n\n\n\n")]
    [InlineData("GET /x HTTP/1.1\nHost: a\nA: b\nC: d")]
    [InlineData("POST /x HTTP/1.1\nHost: a\nContent-Length: 5\nExpect: 100-continue\n\nhel")]
    [InlineData("POST /x HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n5\nhel")]
    [InlineData("POST /x HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n0\nX: y\n")]
    [InlineData("POST /x HTTP/1.1\nHost: a b\n\n")]
    [InlineData("GET /x HTTP/1.1\nHost: a\nConnection: close\n\n")]
    [InlineData("CONNECT a:1 HTTP/1.1\nHost: a:1\n\nxyz")]
    public void One_object_serves_many_connections(string left)
    {
        var known = Said(Get) + "closed\n";
        Assert.Equal(known, new ServerFeed(http: _http).Run(Wire.Bytes(Get), static () => 0));
        _http.Reset();
        ReadAll(left);
        _http.Reset();
        Assert.Equal((HttpSide.Idle, HttpSide.Idle, true, false), (_http.ClientSide, _http.ServerSide, _http.KeepAlive, _http.IsWaitingForContinue));
        Assert.Equal(known, new ServerFeed(http: _http).Run(Wire.Bytes(Get), static () => 0));
    }

    // Without an answer, and without the end.
    private void ReadAll(string text)
    {
        ReadOnlySpan<byte> rest = Wire.Bytes(text);
        HttpEventKind kind;
        do
        {
            var read = _http.Read(rest);
            kind = read.Kind;
            rest = rest[read.Consumed..];
        }
        while (kind is HttpEventKind.Request or HttpEventKind.Data or HttpEventKind.End);
    }

    private static string Said(string text) => Case.Serve(text).Replace("closed\n", "");

    public void Dispose() => _http.Dispose();
}
