using System.Buffers;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Sequence of messages on a connection (RFC 9112 §9).</summary>
public sealed class ConnectionTests : IDisposable
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";

    private readonly HttpServerProtocol _http = new();
    private readonly ArrayBufferWriter<byte> _output = new();

    [Fact]
    public void A_thousand_requests_in_one_portion_are_read_in_order()
    {
        var text = string.Concat(Enumerable.Range(0, 1000).Select(static i => $"GET /{i} HTTP/1.1\nHost: a\n\n"));
        var paths = Case.Serve(text).Split('\n').Where(static line => line.StartsWith("GET", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, 1000).Select(static i => $"/{i}"), paths.Select(static line => line.Split(' ')[1]));
    }

    [Fact]
    public void The_next_request_waits_for_the_answer()
    {
        var input = Wire.Bytes(Get + Get);
        var rest = input.AsSpan(_http.Read(input).Consumed);
        Assert.Equal(HttpEventKind.End, _http.Read(rest).Kind);
        Assert.Equal(HttpEventKind.Paused, _http.Read(rest).Kind);
        Assert.Equal(0, _http.Read(rest).Consumed);
        Assert.False(_http.CanStartNext);
        Assert.Throws<InvalidOperationException>(_http.StartNext);
        _http.WriteEmptyResponse(_output, 200);
        Assert.Equal(HttpEventKind.Paused, _http.Read(rest).Kind);
        _http.StartNext();
        Assert.Equal(HttpEventKind.Request, _http.Read(rest).Kind);
    }

    [Fact]
    public void What_follows_the_last_request_is_ignored()
    {
        var said = Case.Serve("GET / HTTP/1.1\nHost: a\nConnection: close\n\nGET /more HTTP/1.1\nHost: a\n\n");
        Assert.DoesNotContain("/more", said);
        Assert.EndsWith("end\nclosed\n", said);
    }

    [Fact]
    public void A_client_that_closes_its_half_gets_its_answer()
    {
        var input = Wire.Bytes(Get);
        _http.Read(input, isEnd: true);
        Assert.Equal(HttpEventKind.End, _http.Read([], isEnd: true).Kind);
        Assert.Equal(HttpEventKind.Closed, _http.Read([], isEnd: true).Kind);
        Assert.Equal(HttpSide.Closed, _http.ClientSide);
        _http.WriteEmptyResponse(_output, 200);
        Assert.Equal(HttpSide.MustClose, _http.ServerSide);
        Assert.StartsWith("HTTP/1.1 200 OK", Wire.Text(_output.WrittenSpan));
    }

    [Theory]
    [InlineData("GET / HTT", "fault 400 cut off: The connection ended inside a head.\n")]
    [InlineData("GET / HTTP/1.1\nHost: a\n", "fault 400 cut off: The connection ended inside a head.\n")]
    [InlineData("\n\n", "closed\n")]
    public void A_connection_that_ends_inside_a_head_is_cut_off(string wire, string said) => Assert.Equal(said, Case.Serve(wire));

    [Fact]
    public void A_connection_that_ends_inside_a_body_is_cut_off() => Assert.EndsWith("data hel\nfault 400 cut off: The connection ended "
        + "inside a body.\n", Case.Serve("PUT / HTTP/1.1\nHost: a\nContent-Length: 5\n\nhel"));

    [Fact]
    public void Nothing_is_read_behind_a_fault()
    {
        Assert.Equal(HttpEventKind.Fault, _http.Read(Wire.Bytes("bad\n")).Kind);
        var read = _http.Read(Wire.Bytes(Get));
        Assert.Equal((HttpEventKind.Closed, Wire.Bytes(Get).Length), (read.Kind, read.Consumed));
        _http.WriteEmptyResponse(_output, 400);
        Assert.Equal("HTTP/1.1 400 Bad Request¶Content-Length: 0¶Connection: close¶", Wire.Text(_output.WrittenSpan).Split("Date")[0]);
        Assert.Equal(HttpSide.MustClose, _http.ServerSide);
    }

    [Fact]
    public void A_slow_request_can_be_refused_before_it_is_there()
    {
        Assert.Equal(HttpEventKind.NeedMore, _http.Read(Wire.Bytes("GET /")).Kind);
        _http.WriteEmptyResponse(_output, 408);
        Assert.Contains("408 Request Timeout¶Content-Length: 0¶Connection: close¶", Wire.Text(_output.WrittenSpan));
        Assert.False(_http.CanStartNext);
    }

    [Theory]
    [InlineData("HTTP/1.1", "Connection: upgrade\nUpgrade: other\n", "switched")]
    [InlineData("HTTP/1.1", "Connection: x, Upgrade\nUpgrade: other\nContent-Length: 2\n", "switched")]
    [InlineData("HTTP/1.1", "Upgrade: other\n", "closed")]
    [InlineData("HTTP/1.1", "Connection: upgrade\n", "closed")]
    [InlineData("HTTP/1.0", "Connection: upgrade, keep-alive\nUpgrade: other\n", "closed")]
    public void An_upgrade_is_offered_or_ignored(string version, string fields, string end)
    {
        var body = fields.Contains("Length") ? "ab" : "";
        var input = Wire.Bytes($"GET / {version}\nHost: a\n{fields}\n{body}");
        var said = new ServerFeed(switches: true).Run(input, static () => 0);
        Assert.EndsWith(end + "\n", said);
        Assert.Equal(said, new ServerFeed(switches: true).Run(input, static () => 1));
    }

    [Fact]
    public void Bytes_behind_a_switch_are_handed_back()
    {
        var input = Wire.Bytes("CONNECT a:443 HTTP/1.1\nHost: a:443\n\nanything");
        var rest = input.AsSpan(_http.Read(input).Consumed);
        _http.Read(rest);
        Assert.Equal(HttpEventKind.Paused, _http.Read(rest).Kind);
        var head = _http.BeginResponse(_output, 200);
        head.End();
        var read = _http.Read(rest);
        Assert.Equal((HttpEventKind.Switched, 0, "anything"), (read.Kind, read.Consumed, Wire.Text(rest)));
        Assert.DoesNotContain("Content-Length", Wire.Text(_output.WrittenSpan));
        Assert.DoesNotContain("Transfer-Encoding", Wire.Text(_output.WrittenSpan));
    }

    [Fact]
    public void Nothing_switches_before_the_request_is_over()
    {
        _http.Read(Wire.Bytes("GET / HTTP/1.1\nHost: a\nConnection: upgrade\nUpgrade: other\nContent-Length: 1\n\n"));
        Assert.Throws<InvalidOperationException>(() => { _http.BeginResponse(_output, 101); });
        Assert.Equal(HttpEventKind.Data, _http.Read("x"u8).Kind);
        Assert.Equal(HttpEventKind.End, _http.Read([]).Kind);
        var head = _http.BeginResponse(_output, 101);
        head.Add(KnownHeader.Upgrade, "other"u8);
        head.End();
        Assert.Equal(HttpSide.Switched, _http.ClientSide);
    }

    [Fact]
    public void A_refused_upgrade_leaves_the_connection_as_it_was()
    {
        var input = Wire.Bytes("GET / HTTP/1.1\nHost: a\nConnection: upgrade\nUpgrade: other\n\n");
        _http.Read(input);
        _http.Read([]);
        Assert.Equal(HttpSide.MightSwitch, _http.ClientSide);
        _http.WriteEmptyResponse(_output, 200);
        Assert.True(_http.CanStartNext);
    }

    [Fact]
    public void Continue_is_written_once_and_only_to_who_waits()
    {
        _http.Read(Wire.Bytes("PUT / HTTP/1.1\nHost: a\nExpect: 100-continue\nContent-Length: 1\n\n"));
        Assert.True(_http.IsWaitingForContinue);
        Assert.True(_http.WriteContinue(_output));
        Assert.False(_http.WriteContinue(_output));
        Assert.Equal("HTTP/1.1 100 Continue¶¶", Wire.Text(_output.WrittenSpan));
        Assert.True(_http.KeepAlive);
    }

    [Fact]
    public void A_final_answer_without_continue_ends_the_connection()
    {
        _http.Read(Wire.Bytes("PUT / HTTP/1.1\nHost: a\nExpect: 100-continue\nContent-Length: 1\n\n"));
        _http.WriteEmptyResponse(_output, 413);
        Assert.Contains("Connection: close¶", Wire.Text(_output.WrittenSpan));
        Assert.Equal(HttpSide.MustClose, _http.ServerSide);
    }

    [Fact]
    public void A_client_that_did_not_wait_for_continue_keeps_its_connection()
    {
        _http.Read(Wire.Bytes("PUT / HTTP/1.1\nHost: a\nExpect: 100-continue\nContent-Length: 2\n\n"));
        Assert.Equal(HttpEventKind.Data, _http.Read("x"u8).Kind);
        Assert.False(_http.WriteContinue(_output));
        _http.WriteEmptyResponse(_output, 200);
        Assert.DoesNotContain("close", Wire.Text(_output.WrittenSpan));
        Assert.True(_http.KeepAlive);
    }

    [Theory]
    [InlineData("GET / HT", "GET /")]
    [InlineData("GET / HTTP/1.1\nHost: a\nX", "GET / HTTP/1.1\n")]
    [InlineData("GET / HTTP/1.1\nHost: a", "")]
    public void Bytes_that_are_not_presented_again_are_missed(string first, string then)
    {
        _http.Read(Wire.Bytes(first));
        Assert.Throws<ArgumentException>(() => { _http.Read(Wire.Bytes(then)); });
    }

    [Fact]
    public void No_byte_of_a_head_is_looked_at_twice()
    {
        var reader = new RequestHeadReader(HttpLimits.Default);
        var input = Wire.Bytes($"GET /{new string('a', 1000)} HTTP/1.1\nHost: a\nX: {new string('b', 1000)}\n\n");
        for (var length = 1; length < input.Length; length++)
        {
            Assert.False(reader.Read(input.AsSpan(0, length), out _, out _));
            Assert.Equal(length, Math.Max(reader.Scanned, reader.Fields.Scanned));
        }
    }

    public void Dispose() => _http.Dispose();
}
